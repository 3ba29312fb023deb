package dev.signalbox.rest.jsonapi;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A resource that a client asks to be created. */
public final class NewResource {

    /** What a resource that is sent may have, be it as it was read. */
    private static final List<String> MEMBERS = List.of("type", "id", "attributes", "links", "meta");

    private final ObjectNode data;

    private NewResource(ObjectNode data) {
        this.data = data;
    }

    static NewResource ofAnyType(ObjectNode document) {
        if (!(document.get("data") instanceof ObjectNode data)) {
            throw problem(
                    400, "bad_request", "bad request", "The document's data must be one resource object.", "/data");
        }
        return new NewResource(data);
    }

    private static NewResource ofType(ObjectNode document, String type) {
        NewResource resource = ofAnyType(document);
        JsonNode given = resource.data.path("type");
        if (!given.isString() || !given.stringValue().equals(type)) {
            throw problem(409, "conflict", "conflict", "data.type must be \"" + type + "\" here.", "/data/type");
        }
        return resource;
    }

    static NewResource of(ObjectNode document, String type) {
        NewResource resource = ofType(document, type);
        JsonNode id = resource.data.path("id");
        if (!id.isMissingNode()
                && !id.isNull()
                && !(id.isString() && id.stringValue().isEmpty())) {
            throw problem(403, "forbidden", "forbidden", "IDs are made by the server: leave out data.id.", "/data/id");
        }
        return resource;
    }

    /** What is to be changed of a resource that there is. */
    static NewResource ofChange(ObjectNode document, String type, String id) {
        NewResource change = ofType(document, type);
        JsonNode given = change.data.path("id");
        if (!given.isMissingNode() && !given.isNull() && !id.equals(given.stringValue(""))) {
            throw problem(409, "conflict", "conflict", "data.id is not that of the path.", "/data/id");
        }
        return change;
    }

    /** The resource's attributes; throws {@link Problem} 422 if there are any that are no object. */
    public Attributes attributes() {
        JsonNode attributes = data.path("attributes");
        if (attributes.isMissingNode() || attributes.isNull()) {
            return new Attributes(Json.MAPPER.createObjectNode(), BodyPointers.RESOURCE, misplaced());
        }
        if (attributes instanceof ObjectNode object) {
            return new Attributes(object, BodyPointers.RESOURCE, misplaced());
        }
        throw problem(
                422, "invalid_attribute", "invalid attribute", "attributes must be an object.", "/data/attributes");
    }

    /** A mistyped "attributes" would otherwise be a change of nothing. */
    private Optional<Problem> misplaced() {
        return MEMBERS.containsAll(data.propertyNames())
                ? Optional.empty()
                : Optional.of(problem(
                        422,
                        "invalid_attribute",
                        "invalid attribute",
                        "data may have " + String.join(", ", MEMBERS) + ", and nothing else.",
                        "/data"));
    }

    /**
     * The ID of the one resource of that type to which the relationship leads; throws {@link Problem} 422 otherwise.
     */
    public String related(String relationship, String type) {
        JsonNode linkage = data.path("relationships").path(relationship).path("data");
        JsonNode id = linkage.path("id");
        if (!id.isString() || !type.equals(linkage.path("type").stringValue(""))) {
            throw problem(
                    422,
                    "invalid_relationship",
                    "invalid relationship",
                    relationship + " is required, with data of type \"" + type + "\" and an id.",
                    "/data/relationships/" + relationship);
        }
        return id.stringValue();
    }

    private static Problem problem(int status, String code, String title, String detail, String pointer) {
        return new Problem(new ErrorObject(status, code, title, detail, new ErrorSource.Pointer(pointer)));
    }
}
