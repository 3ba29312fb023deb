package dev.signalbox.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a sign-in form that another site has sent, which would sign a person in as somebody else without their
 * knowing.
 *
 * <p>The form carries no token of ours, since it is sent before there is a session; every browser says where a form
 * comes from.
 */
final class ForeignFormFilter extends OncePerRequestFilter {

    private static final String LOGIN = "/login";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !LOGIN.equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeader("Origin");
        return origin != null && !isOwn(origin, request);
    }

    /** As the browser sees it: a proxy in front may have asked for another host than the browser did. */
    private static boolean isOwn(String origin, HttpServletRequest request) {
        try {
            var from = URI.create(origin);
            int port = from.getPort() < 0 ? ("https".equals(from.getScheme()) ? HTTPS : HTTP) : from.getPort();
            return request.getServerName().equalsIgnoreCase(from.getHost()) && request.getServerPort() == port;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
