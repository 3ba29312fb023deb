package dev.signalbox.domain.access;

/**
 * Where a request came from, for the audit.
 *
 * @param address the client's network address; empty if there is none
 * @param requestId the ID under which the request stands in the log and in error answers; empty if there is none
 */
public record RequestOrigin(String address, String requestId) {

    /** No request: a person at the server itself. */
    public static final RequestOrigin NONE = new RequestOrigin("", "");
}
