package dev.signalbox.rest.jsonapi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of resources that are asked for, by type; types that are not named keep all of theirs.
 *
 * <p>Fields are attributes and relationships. A name that no resource has asks for nothing.
 */
record Fieldsets(Map<String, Set<String>> byType) {

    private static final String PREFIX = "fields[";
    private static final Set<String> FIELDS = Set.of("attributes", "relationships");

    Fieldsets {
        byType = Map.copyOf(byType);
    }

    /** The parameter for resources of the type: a comma list, empty for none. */
    static String parameter(String type) {
        return PREFIX + type + "]";
    }

    static Fieldsets of(QueryParameters parameters) {
        Map<String, Set<String>> byType = new LinkedHashMap<>();
        parameters.values().forEach((name, list) -> {
            if (name.startsWith(PREFIX)) {
                byType.put(name.substring(PREFIX.length(), name.length() - 1), names(list));
            }
        });
        return new Fieldsets(byType);
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    /** A resource object, or a list of them, with only what is asked for. */
    Object trimmed(Object data) {
        return switch (data) {
            case List<?> resources ->
                resources.stream().map(resource -> trimmed((Object) resource)).toList();
            case Map<?, ?> resource ->
                Optional.ofNullable(byType.get(String.valueOf(resource.get("type"))))
                        .<Object>map(wanted -> trimmed(resource, wanted))
                        .orElse(data);
            default -> data;
        };
    }

    private static Map<Object, Object> trimmed(Map<?, ?> resource, Set<String> wanted) {
        Map<Object, Object> trimmed = new LinkedHashMap<>();
        resource.forEach((member, value) -> {
            if (FIELDS.contains(member) && value instanceof Map<?, ?> fields) {
                Map<Object, Object> left = new LinkedHashMap<>(fields);
                left.keySet().retainAll(wanted);
                if (!left.isEmpty()) {
                    trimmed.put(member, left);
                }
            } else {
                trimmed.put(member, value);
            }
        });
        return trimmed;
    }
}
