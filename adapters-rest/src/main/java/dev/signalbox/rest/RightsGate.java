package dev.signalbox.rest;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.runner.Directives;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks for the rights that a route {@link Needs} before its parameters and its body are read. */
final class RightsGate implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getUserPrincipal() instanceof ActorPrincipal principal) {
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs != null && !has(principal.actor(), needs)) {
                if (needs.orStop()) {
                    Directives.stop(response);
                }
                throw new Refused(new Refusal.NotFound(needs.of()));
            }
        }
        return true;
    }

    private static boolean has(Actor actor, Needs needs) {
        return Arrays.stream(needs.value()).anyMatch(actor::may);
    }
}
