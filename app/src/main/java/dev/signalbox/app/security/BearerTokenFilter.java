package dev.signalbox.app.security;

import dev.signalbox.domain.port.in.AccessControl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the token of a request to the API; a request without a good one goes on as nobody's. */
final class BearerTokenFilter extends OncePerRequestFilter {

    /** As RFC 9110 has it, the scheme's case does not matter. */
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S{1,200}) *");

    private final AccessControl access;
    private final SecurityContextHolderStrategy contexts;

    /** The strategy must be the one that the portal has set up, or the rest of the chain looks elsewhere. */
    BearerTokenFilter(AccessControl access, SecurityContextHolderStrategy contexts) {
        this.access = access;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request)
                .flatMap(token -> access.authenticate(token, RequestOrigins.of(request)))
                .map(SignalboxAuthentication::of)
                .ifPresent(authentication -> {
                    var context = contexts.createEmptyContext();
                    context.setAuthentication(authentication);
                    contexts.setContext(context);
                });
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(BEARER::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(match -> match.group(1));
    }
}
