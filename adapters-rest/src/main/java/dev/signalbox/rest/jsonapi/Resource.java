package dev.signalbox.rest.jsonapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as the API shows it.
 *
 * @param attributes in the order in which they are shown; a value is a JSON scalar, a list or a map, or null
 * @param relationships to one resource each
 * @param self the path at which a GET answers with this resource; null if it has none of its own
 */
public record Resource(
        ResourceId id,
        Map<String, ?> attributes,
        Map<String, ResourceId> relationships,
        @Nullable String self) {

    /** The resource object. */
    Map<String, Object> toJson() {
        Map<String, Object> json = id.toJson();
        json.put("attributes", attributes);
        if (!relationships.isEmpty()) {
            Map<String, Object> linkage = new LinkedHashMap<>();
            relationships.forEach((name, to) -> linkage.put(name, Map.of("data", to.toJson())));
            json.put("relationships", linkage);
        }
        if (self != null) {
            json.put("links", Map.of("self", self));
        }
        return json;
    }
}
