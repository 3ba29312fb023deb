package dev.signalbox.rest.jsonapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON:API document; its members keep the order in which they were added. */
public final class Document {

    /** What an answer without a body says. */
    static final Document NONE = new Document(Map.of());

    private final Map<String, Object> members;

    private Document(Map<String, Object> members) {
        this.members = members;
    }

    /** A document about one resource. */
    public static Document of(Resource resource) {
        return new Document(Map.of()).with("data", resource.toJson());
    }

    /** A document about a list of resources. */
    public static Document of(List<Resource> resources) {
        return new Document(Map.of())
                .with("data", resources.stream().map(Resource::toJson).toList());
    }

    /** A document that tells of no resource. */
    public static Document ofMeta(Map<String, ?> meta) {
        return new Document(Map.of()).withMeta(meta);
    }

    /** A document that says what went wrong. */
    public static Document of(ErrorObject error, String requestId) {
        return new Document(Map.of()).with("errors", List.of(error.toJson(requestId)));
    }

    /** This document with related resources; empty if some were asked for and there are none. */
    public Document withIncluded(Included included) {
        return with("included", included.toJson());
    }

    /** This document with top-level links; a link may be null. */
    public Document withLinks(Map<String, ?> links) {
        return with("links", links);
    }

    /** This document with meta information. */
    public Document withMeta(Map<String, ?> meta) {
        return with("meta", meta);
    }

    /** This document with only the fields of its resources that are asked for. */
    Document trimmed(Fieldsets fields) {
        Map<String, Object> trimmed = new LinkedHashMap<>(members);
        trimmed.computeIfPresent("data", (_, data) -> fields.trimmed(data));
        trimmed.computeIfPresent("included", (_, included) -> fields.trimmed(included));
        return new Document(trimmed);
    }

    /** The document in UTF-8. */
    public byte[] toBytes() {
        return Json.MAPPER.writeValueAsBytes(members);
    }

    private Document with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Document(more);
    }
}
