package dev.signalbox.rest.error;

import dev.signalbox.rest.jsonapi.ErrorObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Error objects for what HTTP itself refuses. */
final class HttpErrors {

    private HttpErrors() {}

    /** An error whose code and title are the status's own words. */
    static ErrorObject of(int status, String detail) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null) {
            return new ErrorObject(status, "http_" + status, "HTTP status " + status, detail);
        }
        return new ErrorObject(
                status,
                known.name().toLowerCase(Locale.ROOT),
                known.getReasonPhrase().toLowerCase(Locale.ROOT),
                detail);
    }

    static ErrorObject methodNotAllowed(String method) {
        return of(405, "This path does not answer " + method + "; the header Allow says what it does answer.");
    }

    static ErrorObject unexpected() {
        return of(500, "Something went wrong here. The server's log tells more, under the request ID of this answer.");
    }

    /** A sentence of last resort for a status that came without one. */
    static String detail(int status, @Nullable String given) {
        if (given != null && !given.isBlank()) {
            return given;
        }
        return status >= 500 ? unexpected().detail() : "The request was refused with status " + status + ".";
    }
}
