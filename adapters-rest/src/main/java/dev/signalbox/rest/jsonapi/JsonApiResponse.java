package dev.signalbox.rest.jsonapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An answer: a status, headers and a document.
 *
 * <p>It is written without content negotiation, since clients that accept only {@code application/json} must be served
 * too, and to the bytes, since a writer would add a charset to the media type.
 */
public record JsonApiResponse(int status, Map<String, String> headers, Document document) {

    /** Keeps a copy that nobody can change. */
    public JsonApiResponse {
        headers = Map.copyOf(headers);
    }

    /** 200 with the document. */
    public static JsonApiResponse ok(Document document) {
        return new JsonApiResponse(200, Map.of(), document);
    }

    /** 201 with the resource that was created, and the place where it is. */
    public static JsonApiResponse created(Resource resource) {
        return new JsonApiResponse(
                201, Map.of("Location", Objects.requireNonNull(resource.self())), Document.of(resource));
    }

    /** 202 with the document. */
    public static JsonApiResponse accepted(Document document) {
        return new JsonApiResponse(202, Map.of(), document);
    }

    /** 204: done, and nothing more to say. */
    public static JsonApiResponse noContent() {
        return new JsonApiResponse(204, Map.of(), Document.NONE);
    }

    /** This answer with one more header. */
    public JsonApiResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new JsonApiResponse(status, more, document);
    }

    /** This answer with only the fields that {@code fields[TYPE]} asks for. */
    public JsonApiResponse trimmed(QueryParameters parameters) {
        return new JsonApiResponse(status, headers, document.trimmed(Fieldsets.of(parameters)));
    }

    /** Sends the answer; a body is left out by the server where the method is HEAD. */
    public void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Vary", "Accept");
        if (status == 204) {
            return;
        }
        byte[] body = document.toBytes();
        response.setContentType(JsonApi.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
