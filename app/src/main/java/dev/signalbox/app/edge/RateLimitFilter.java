package dev.signalbox.app.edge;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.rest.ActorPrincipal;
import dev.signalbox.rest.error.ErrorResponses;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses, with 429, the requests of a token that are too many in too short a time; without a good token it is the
 * address that counts.
 *
 * <p>Runners are not limited: thousands of them may share a token, and one whose heartbeats are refused would look
 * dead. Nor is ping, the way in for clients and for those who watch the server. It stands behind authentication.
 */
public final class RateLimitFilter extends OncePerRequestFilter {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String PING = "/api/v2/ping";
    private static final String RUNNERS = "/api/signalbox/v1/runs";

    /** Clients of Terraform Enterprise's API slow themselves down by this one; below 4 they would not work at all. */
    private static final String LIMIT = "X-RateLimit-Limit";

    private final RateLimits limits;

    /** @param perSecond requests a second, at least 4 */
    public RateLimitFilter(int perSecond) {
        this(new RateLimits(perSecond, TimeMeter.SYSTEM_NANOTIME));
    }

    RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = actor(request);
        if (actor.isPresent() && isRunners(request, actor.get())) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(LIMIT, Integer.toString(limits.perSecond()));
        if (request.getServletPath().equals(PING)) {
            chain.doFilter(request, response);
            return;
        }
        var counted = actor.flatMap(Actor::token)
                .map(token -> limits.ofToken(token.value()))
                .orElseGet(() -> limits.ofAddress(request.getRemoteAddr()));
        if (counted.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response, counted);
        }
    }

    private static Optional<Actor> actor(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof ActorPrincipal principal
                ? Optional.of(principal.actor())
                : Optional.empty();
    }

    /** Runners send; who reads, even there, is no runner. */
    private static boolean isRunners(HttpServletRequest request, Actor actor) {
        var path = request.getServletPath();
        return (path.equals(RUNNERS) || path.startsWith(RUNNERS + "/"))
                && request.getMethod().equals("POST")
                && actor.may(Right.REPORT_RUNS);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ConsumptionProbe counted)
            throws IOException {
        double seconds = counted.getNanosToWaitForRefill()
                / (double) Duration.ofSeconds(1).toNanos();
        response.setHeader("Retry-After", Long.toString(Math.max(1, (long) Math.ceil(seconds))));
        response.setHeader("X-RateLimit-Remaining", "0");
        // go-tfe ends its process if this is no number; it takes a fraction.
        response.setHeader("X-RateLimit-Reset", String.format(Locale.ROOT, "%.3f", Math.max(0.001, seconds)));
        ErrorResponses.write(
                request,
                response,
                TOO_MANY_REQUESTS,
                "More than " + limits.perSecond() + " requests a second; wait as long as Retry-After says.");
    }
}
