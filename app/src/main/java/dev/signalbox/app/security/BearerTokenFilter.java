package dev.signalbox.app.security;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.AccessControl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the token of a request to the API; a request without a good one goes on as nobody's. */
final class BearerTokenFilter extends OncePerRequestFilter {

    /** As RFC 9110 has it, the scheme's case does not matter. */
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S{1,200}) *");

    private final AccessControl access;
    private final SecurityContextHolderStrategy contexts;
    private final RequestMatcher fromMany;

    /**
     * The strategy must be the one that the portal has set up, or the rest of the chain looks elsewhere. What comes
     * from so many that their tokens are looked at together may be answered a moment later.
     */
    BearerTokenFilter(AccessControl access, SecurityContextHolderStrategy contexts, RequestMatcher fromMany) {
        this.access = access;
        this.contexts = contexts;
        this.fromMany = fromMany;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request)
                .flatMap(token -> actor(token, request))
                .map(SignalboxAuthentication::of)
                .ifPresent(authentication -> {
                    var context = contexts.createEmptyContext();
                    context.setAuthentication(authentication);
                    contexts.setContext(context);
                });
        chain.doFilter(request, response);
    }

    private Optional<Actor> actor(String token, HttpServletRequest request) {
        var origin = RequestOrigins.of(request);
        return fromMany.matches(request)
                ? access.authenticateAmongMany(token, origin)
                : access.authenticate(token, origin);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(BEARER::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(match -> match.group(1));
    }
}
