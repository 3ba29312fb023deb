package dev.signalbox.rest;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.rest.jsonapi.ErrorObject;
import dev.signalbox.rest.jsonapi.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a route the actor of its request; a request that nobody authenticated is refused with 401. */
final class ActorArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getUserPrincipal() instanceof ActorPrincipal principal) {
            return principal.actor();
        }
        throw new Problem(
                new ErrorObject(401, "unauthorized", "unauthorized", "Send a token: Authorization: Bearer TOKEN."));
    }
}
