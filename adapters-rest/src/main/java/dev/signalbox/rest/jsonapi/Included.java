package dev.signalbox.rest.jsonapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Related resources, each once, in the order in which they were first met. */
public final class Included {

    private final Map<ResourceId, Resource> resources = new LinkedHashMap<>();

    /** Adds the resource unless it is there. */
    public void add(Resource resource) {
        resources.putIfAbsent(resource.id(), resource);
    }

    List<Map<String, Object>> toJson() {
        return resources.values().stream().map(Resource::toJson).toList();
    }
}
