package dev.signalbox.rest.testing;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The structural rules of JSON:API 1.1, as far as one document shows them, and the few that Signalbox adds to its
 * errors.
 *
 * <p>It knows nothing of the code that makes the documents.
 */
public final class JsonApiCheck {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?");
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~0|~1)*)*");

    private JsonApiCheck() {}

    /** Throws AssertionError, with the document, unless it keeps every rule; returns it parsed. */
    public static JsonNode check(int status, String contentType, byte[] body) {
        JsonNode document;
        try {
            document = MAPPER.readTree(body);
        } catch (RuntimeException e) {
            throw new AssertionError("no JSON: " + new String(body, java.nio.charset.StandardCharsets.UTF_8), e);
        }
        try {
            require("application/vnd.api+json".equals(contentType), "media type is " + contentType);
            checkDocument(status, document);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + " in " + document.toPrettyString(), e);
        }
        return document;
    }

    private static void checkDocument(int status, JsonNode document) {
        require(document.isObject(), "a document is an object");
        checkMembers(document, "the document", Set.of("data", "errors", "meta", "jsonapi", "links", "included"));
        require(
                document.has("data") || document.has("errors") || document.has("meta"),
                "a document has data, errors or meta");
        require(!(document.has("data") && document.has("errors")), "data and errors exclude each other");
        require(document.has("data") || !document.has("included"), "included needs data");
        require(document.has("errors") == status >= 400, "errors belong to a status from 400 on, not to " + status);
        if (document.has("meta")) {
            checkObject(document.get("meta"), "meta");
        }
        if (document.has("links")) {
            checkLinks(
                    document.get("links"), Set.of("self", "related", "describedby", "first", "last", "prev", "next"));
        }
        if (document.has("errors")) {
            checkErrors(document.get("errors"), status);
        }
        if (document.has("data")) {
            checkLinkage(document);
        }
    }

    private static void checkLinkage(JsonNode document) {
        Map<String, JsonNode> resources = new HashMap<>();
        Deque<JsonNode> reached = new ArrayDeque<>();
        for (JsonNode primary : listed(document.get("data"))) {
            checkResource(primary);
            require(resources.put(key(primary), primary) == null, "twice: " + key(primary));
            reached.add(primary);
        }
        Map<String, JsonNode> unreached = new LinkedHashMap<>();
        if (document.has("included")) {
            require(document.get("included").isArray(), "included is an array");
            for (JsonNode included : document.get("included")) {
                checkResource(included);
                require(resources.put(key(included), included) == null, "twice: " + key(included));
                unreached.put(key(included), included);
            }
        }
        while (!reached.isEmpty()) {
            for (JsonNode relationship : reached.remove().path("relationships")) {
                for (JsonNode identifier : listed(relationship.path("data"))) {
                    JsonNode target = unreached.remove(key(identifier));
                    if (target != null) {
                        reached.add(target);
                    }
                }
            }
        }
        require(unreached.isEmpty(), "included but not linked: " + unreached.keySet());
    }

    private static void checkResource(JsonNode resource) {
        checkIdentifier(resource, Set.of("id", "type", "lid", "attributes", "relationships", "links", "meta"));
        JsonNode attributes = resource.path("attributes");
        JsonNode relationships = resource.path("relationships");
        Set<String> fields = new HashSet<>();
        if (resource.has("attributes")) {
            checkObject(attributes, "attributes");
            fields.addAll(attributes.propertyNames());
        }
        if (resource.has("relationships")) {
            checkObject(relationships, "relationships");
            for (String name : relationships.propertyNames()) {
                require(fields.add(name), "a field twice: " + name);
                checkRelationship(relationships.get(name));
            }
        }
        require(!fields.contains("id") && !fields.contains("type"), "no field is named id or type");
        if (resource.has("links")) {
            checkLinks(resource.get("links"), Set.of("self"));
        }
    }

    private static void checkRelationship(JsonNode relationship) {
        require(relationship.isObject(), "a relationship is an object");
        checkMembers(relationship, "a relationship", Set.of("data", "links", "meta"));
        require(!relationship.isEmpty(), "a relationship has data, links or meta");
        if (relationship.has("data")) {
            listed(relationship.get("data"))
                    .forEach(identifier -> checkIdentifier(identifier, Set.of("id", "type", "lid", "meta")));
        }
    }

    private static void checkIdentifier(JsonNode node, Set<String> members) {
        require(node.isObject(), "a resource is an object");
        checkMembers(node, "a resource", members);
        require(isText(node.path("type")) && isText(node.path("id")), "type and id are strings");
        checkName(node.get("type").stringValue());
    }

    private static void checkErrors(JsonNode errors, int status) {
        require(errors.isArray() && !errors.isEmpty(), "errors is an array of at least one");
        for (JsonNode error : errors) {
            checkMembers(
                    error, "an error", Set.of("id", "links", "status", "code", "title", "detail", "source", "meta"));
            for (String member : List.of("status", "code", "title", "detail")) {
                require(isText(error.path(member)), member + " is a string");
            }
            require(error.get("status").stringValue().equals(Integer.toString(status)), "the status is the answer's");
            require(isText(error.path("meta").path("request-id")), "an error names its request");
            checkSource(error.path("source"));
        }
    }

    private static void checkSource(JsonNode source) {
        if (source.isMissingNode()) {
            return;
        }
        checkMembers(source, "a source", Set.of("pointer", "parameter", "header"));
        require(!source.isEmpty(), "a source is not empty");
        source.forEach(value -> require(value.isString(), "a source is a string"));
        require(
                POINTER.matcher(source.path("pointer").stringValue("")).matches(),
                "a pointer is a JSON pointer: " + source);
    }

    private static void checkLinks(JsonNode links, Set<String> names) {
        require(links.isObject(), "links is an object");
        checkMembers(links, "links", names);
        for (JsonNode link : links) {
            JsonNode href = link.isObject() ? link.path("href") : link;
            require(href.isNull() || isText(href), "a link is null or a string");
            if (!href.isNull()) {
                URI.create(href.stringValue());
            }
        }
    }

    private static void checkObject(JsonNode object, String what) {
        require(object.isObject(), what + " is an object");
        checkNames(object);
    }

    private static void checkNames(JsonNode node) {
        if (node.isObject()) {
            node.propertyNames().forEach(JsonApiCheck::checkName);
        }
        node.forEach(JsonApiCheck::checkNames);
    }

    private static void checkName(String name) {
        require(MEMBER.matcher(name).matches(), "no member name: " + name);
    }

    private static void checkMembers(JsonNode object, String what, Set<String> allowed) {
        for (String name : object.propertyNames()) {
            require(allowed.contains(name), what + " has no member " + name);
        }
    }

    private static List<JsonNode> listed(JsonNode data) {
        if (data.isNull() || data.isMissingNode()) {
            return List.of();
        }
        return data.isArray() ? data.valueStream().toList() : List.of(data);
    }

    private static String key(JsonNode resource) {
        return resource.path("type").stringValue("") + " " + resource.path("id").stringValue("");
    }

    private static boolean isText(JsonNode node) {
        return node.isString() && !node.stringValue().isEmpty();
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new AssertionError(rule);
        }
    }
}
