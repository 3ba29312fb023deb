package dev.signalbox.rest.jsonapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as the API shows it.
 *
 * @param attributes in the order in which they are shown; a value is a JSON scalar, a list or a map, or null
 * @param relationships to one resource each
 * @param collections relationships to any number of resources each
 * @param self the path at which a GET answers with this resource; null if it has none of its own
 */
public record Resource(
        ResourceId id,
        Map<String, ?> attributes,
        Map<String, ResourceId> relationships,
        Map<String, List<ResourceId>> collections,
        @Nullable String self) {

    /** A resource that is related to one of a kind at most. */
    public Resource(
            ResourceId id, Map<String, ?> attributes, Map<String, ResourceId> relationships, @Nullable String self) {
        this(id, attributes, relationships, Map.of(), self);
    }

    /** The same with these attributes behind its own. */
    public Resource with(Map<String, ?> more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(attributes);
        all.putAll(more);
        return new Resource(id, all, relationships, collections, self);
    }

    /** The resource object. */
    Map<String, Object> toJson() {
        Map<String, Object> json = id.toJson();
        json.put("attributes", attributes);
        Map<String, Object> linkage = new LinkedHashMap<>();
        relationships.forEach((name, to) -> linkage.put(name, Map.of("data", to.toJson())));
        collections.forEach((name, to) -> linkage.put(
                name, Map.of("data", to.stream().map(ResourceId::toJson).toList())));
        if (!linkage.isEmpty()) {
            json.put("relationships", linkage);
        }
        if (self != null) {
            json.put("links", Map.of("self", self));
        }
        return json;
    }
}
