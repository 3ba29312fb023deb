package dev.signalbox.rest.jsonapi;

/** What is wrong with a request as HTTP or JSON:API, before the domain is asked. */
public final class Problem extends RuntimeException {

    private final transient ErrorObject error;

    /** A problem on its way to the client. */
    public Problem(ErrorObject error) {
        super(error.detail(), null, false, false);
        this.error = error;
    }

    /** What the client is told. */
    public ErrorObject error() {
        return error;
    }
}
