package dev.signalbox.rest.jsonapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reads the query of every route before its handler runs, so that no route can forget to refuse what it does not know.
 */
public final class ParametersGate implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Parameters taken = method.getMethodAnnotation(Parameters.class);
            QueryParameters.parse(
                            request.getQueryString(),
                            taken == null ? Set.of() : known(taken),
                            taken == null || taken.overlooking().isEmpty()
                                    ? QueryParameters.NOTHING
                                    : Pattern.compile(taken.overlooking()))
                    .remember(request);
        }
        return true;
    }

    private static Set<String> known(Parameters taken) {
        return Stream.concat(
                        Arrays.stream(taken.value()),
                        Arrays.stream(taken.fieldsOf()).map(Fieldsets::parameter))
                .collect(Collectors.toUnmodifiableSet());
    }
}
