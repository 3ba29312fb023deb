package dev.signalbox.app.client;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON, read from the server and written for scripts. */
final class Json {

    /** In ASCII alone, what is printed neither depends on the locale nor commands a terminal. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    /** Reads an object; absent if the text is none. */
    static Optional<JsonNode> object(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** On one line. */
    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** An object to be filled. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An array to be filled. */
    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An errors document with one error of our own, as a server would have written it. */
    static JsonNode problem(String code, String detail) {
        var document = object();
        document.putArray("errors").addObject().put("code", code).put("detail", detail);
        return document;
    }
}
