package dev.signalbox.rest.jsonapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** What identifies a resource: in the whole API no two share type and ID. */
public record ResourceId(String type, String id) {

    /** The resource identifier object. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("type", type);
        return json;
    }
}
