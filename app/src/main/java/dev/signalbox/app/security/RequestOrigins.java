package dev.signalbox.app.security;

import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.rest.error.RequestId;
import jakarta.servlet.http.HttpServletRequest;

/** Where requests come from, for the audit. */
final class RequestOrigins {

    private RequestOrigins() {}

    static RequestOrigin of(HttpServletRequest request) {
        return new RequestOrigin(request.getRemoteAddr(), RequestId.of(request));
    }
}
