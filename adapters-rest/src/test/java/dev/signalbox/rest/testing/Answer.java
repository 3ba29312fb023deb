package dev.signalbox.rest.testing;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a server answered.
 *
 * @param document checked if it is one of the API's; a missing node for an answer without a body
 */
public record Answer(int status, HttpHeaders headers, byte[] body, JsonNode document) {

    /** This answer, if it has the status; fails, showing the body, if not. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("answered " + status + " instead of " + wanted + ": " + bodyText());
        }
        return this;
    }

    /** The node at a JSON Pointer; missing if there is none. */
    public JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** The string at a JSON Pointer; fails if there is none. */
    public String text(String pointer) {
        return at(pointer).stringValue();
    }

    /** The IDs of a list, in its order. */
    public List<String> ids() {
        return StreamSupport.stream(at("/data").spliterator(), false)
                .map(resource -> resource.path("id").stringValue())
                .toList();
    }

    /** The header's value; empty if it is missing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The body as text. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body but for what tells one request from another. */
    public String bodyBesidesRequestId() {
        return bodyText().replaceAll("\"request-id\":\"[^\"]+\"", "\"request-id\":\"\"");
    }
}
