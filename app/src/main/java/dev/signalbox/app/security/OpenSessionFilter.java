package dev.signalbox.app.security;

import dev.signalbox.domain.port.in.AccessControl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of a person whose account has been disabled, or has another role or password, and every session
 * after half a day: a page that is left open keeps itself fresh, so it would never be idle for long enough.
 */
final class OpenSessionFilter extends OncePerRequestFilter {

    /** The longest life of a session. */
    static final Duration LIFETIME = Duration.ofHours(12);

    /** For how long an answer about the account is good. */
    static final Duration RECHECK = Duration.ofSeconds(5);

    private static final String CHECKED = OpenSessionFilter.class.getName();

    private final AccessControl access;
    private final SecurityContextHolderStrategy contexts;
    private final InstantSource time;

    OpenSessionFilter(AccessControl access, SecurityContextHolderStrategy contexts, InstantSource time) {
        this.access = access;
        this.contexts = contexts;
        this.time = time;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && contexts.getContext().getAuthentication() instanceof SignalboxAuthentication person
                && person.signIn().filter(signIn -> !isOpen(session, signIn)).isPresent()) {
            session.invalidate();
            contexts.setContext(contexts.createEmptyContext());
        }
        chain.doFilter(request, response);
    }

    private boolean isOpen(HttpSession session, SignalboxAuthentication.SignIn signIn) {
        var now = time.instant();
        if (!now.isBefore(signIn.at().plus(LIFETIME))) {
            return false;
        }
        if (session.getAttribute(CHECKED) instanceof Instant checked && now.isBefore(checked.plus(RECHECK))) {
            return true;
        }
        if (!access.isStillWelcome(signIn.person())) {
            return false;
        }
        session.setAttribute(CHECKED, now);
        return true;
    }
}
