package dev.signalbox.rest.error;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which paths are the API's, decided by the very matching that finds their handlers. */
public final class ApiPaths {

    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");
    private static final PathPattern ADMIN = PathPatternParser.defaultInstance.parse("/api/v2/admin/**");
    private static final PathPattern OUR_ADMIN = PathPatternParser.defaultInstance.parse("/api/signalbox/v1/admin/**");

    private ApiPaths() {}

    /** Tells whether the request is for the API, whose every answer is a JSON:API document. */
    public static boolean isApi(HttpServletRequest request) {
        return API.matches(path(request));
    }

    /** Tells whether the request is for what only site admins and support may know of. */
    public static boolean isAdmin(HttpServletRequest request) {
        return ADMIN.matches(path(request)) || OUR_ADMIN.matches(path(request));
    }

    /** What cannot be parsed is no path of the API; the server refuses it before anyone is asked. */
    private static PathContainer path(HttpServletRequest request) {
        try {
            return PathContainer.parsePath(request.getRequestURI());
        } catch (IllegalArgumentException e) {
            return PathContainer.parsePath("");
        }
    }
}
