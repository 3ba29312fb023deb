package dev.signalbox.app.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of a request; parameters without a value are left out. */
record Query(Map<String, String> parameters) {

    Query {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** A query that asks for nothing special. */
    static Query empty() {
        return new Query(Map.of());
    }

    /** The same with a parameter more, or with another value for it. */
    Query with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value.toString());
        return new Query(more);
    }

    /** With its question mark, or nothing at all. */
    String encoded() {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
