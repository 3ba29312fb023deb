package dev.signalbox.rest.error;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.rest.jsonapi.BodyPointers;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.ErrorObject;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Writes error documents wherever a request is refused, in Spring MVC or before it.
 *
 * <p>Headers that stand in the response already, such as {@code WWW-Authenticate} or {@code Allow}, are kept. Nothing
 * is written to a response that has been committed.
 */
public final class ErrorResponses {

    private ErrorResponses() {}

    /** Refuses with a status whose code and title are its own words, such as {@code unauthorized}. */
    public static void write(HttpServletRequest request, HttpServletResponse response, int status, String detail)
            throws IOException {
        write(request, response, HttpErrors.of(status, HttpErrors.detail(status, detail)));
    }

    /** Refuses for a reason of the domain. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        write(request, response, RefusalErrors.of(refusal, BodyPointers.of(request)));
    }

    /** Refuses with an error that was made elsewhere. */
    public static void write(HttpServletRequest request, HttpServletResponse response, ErrorObject error)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        String requestId = RequestId.of(request);
        new JsonApiResponse(error.status(), Map.of(RequestId.HEADER, requestId), Document.of(error, requestId))
                .writeTo(response);
    }
}
