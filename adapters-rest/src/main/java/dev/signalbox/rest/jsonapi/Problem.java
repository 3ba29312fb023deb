package dev.signalbox.rest.jsonapi;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request as HTTP or JSON:API, before the domain is asked. */
public final class Problem extends RuntimeException {

    private final transient ErrorObject error;

    /** A problem on its way to the client. */
    public Problem(ErrorObject error) {
        this(error, null);
    }

    /** With a cause, if the body broke off: the client went away, or sent what is no HTTP. */
    Problem(ErrorObject error, @Nullable IOException brokenBody) {
        super(error.detail(), brokenBody, false, false);
        this.error = error;
    }

    /** Tells whether the request's body broke off, so that nobody may be there for an answer. */
    public boolean isOfBrokenBody() {
        return getCause() != null;
    }

    /** What the client is told. */
    public ErrorObject error() {
        return error;
    }
}
