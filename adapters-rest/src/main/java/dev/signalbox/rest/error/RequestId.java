package dev.signalbox.rest.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The ID under which a request stands in error answers, in the audit and in the log. */
public final class RequestId {

    /** The response header that carries it. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /** The request's ID, the same whenever it is asked for; never what a client sent, which could be anybody's. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String made = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }
}
