package dev.signalbox.rest;

import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A method at a path, written as {@code GET /api/v2/runs/{id}}.
 *
 * @param path a pattern, with a variable in braces for each part that differs
 */
record Route(String method, String path) {

    static Route of(String text) {
        String[] parts = text.split(" +", 2);
        return new Route(parts[0], parts[1]);
    }

    /** The routes that Spring has registered for this adapter. */
    static Set<Route> registered(RequestMappingHandlerMapping mapping) {
        return handlers(mapping).keySet();
    }

    /** What handles each of them. */
    static Map<Route, HandlerMethod> handlers(RequestMappingHandlerMapping mapping) {
        Map<Route, HandlerMethod> handlers = new HashMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (isOurs(handler)) {
                of(info).forEach(route -> handlers.put(route, handler));
            }
        });
        return handlers;
    }

    /** The path with the values instead of its variables, in their order. */
    String filled(List<String> values) {
        String filled = path;
        for (String value : values) {
            filled = filled.replaceFirst("\\{[^}]+}", value);
        }
        return filled;
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Neither Spring Boot's nor a test's. */
    private static boolean isOurs(HandlerMethod handler) {
        return origin(handler.getBeanType()).equals(origin(RestConfiguration.class));
    }

    private static URL origin(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static Stream<Route> of(RequestMappingInfo info) {
        if (info.getMethodsCondition().isEmpty()) {
            throw new AssertionError(info + " must name its method");
        }
        return info.getPatternValues().stream()
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream().map(method -> new Route(method.name(), path)));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
