package dev.signalbox.rest.jsonapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request as JSON, read once, and never more of it than is allowed. */
public final class RequestBody {

    /** The largest body, in bytes: room for the IDs of the largest bulk end. */
    public static final int MAX_BYTES = 2 << 20;

    private RequestBody() {}

    /**
     * The attributes of a body that is an object of them; none for no body, {@code {}} and {@code null}.
     *
     * <p>Throws {@link Problem} 413 for more than {@value #MAX_BYTES} bytes, 415 for a type that is not JSON, 400 for
     * what is no JSON object.
     */
    public static Attributes plain(HttpServletRequest request) {
        BodyPointers.PLAIN.remember(request);
        return plain(read(request).orElseGet(Json.MAPPER::createObjectNode));
    }

    private static Attributes plain(JsonNode body) {
        ObjectNode members = body.isNull() ? Json.MAPPER.createObjectNode() : object(body);
        return new Attributes(members, BodyPointers.PLAIN, Optional.empty());
    }

    /**
     * The attributes of an action: as {@link #plain}, or as those of a document's resource, whose type and ID are not
     * looked at, since clients send an empty type.
     *
     * <p>Throws {@link Problem} as {@link #plain} does, and 422 for attributes that are no object.
     */
    public static Attributes action(HttpServletRequest request) {
        BodyPointers.PLAIN.remember(request);
        JsonNode body = read(request).orElseGet(Json.MAPPER::createObjectNode);
        if (!body.isObject() || !body.path("data").isObject()) {
            return plain(body);
        }
        BodyPointers.RESOURCE.remember(request);
        return NewResource.ofAnyType(object(body)).attributes();
    }

    /**
     * The resource of a document that asks for its creation.
     *
     * <p>Throws {@link Problem} as {@link #plain} does, 400 if there is no resource object, 409 if it is of another
     * type, 403 if it brings an ID of its own.
     */
    public static NewResource resource(HttpServletRequest request, String type) {
        BodyPointers.RESOURCE.remember(request);
        JsonNode body = read(request).orElseThrow(() -> bad("The body is empty; it must be a JSON:API document."));
        return NewResource.of(object(body), type);
    }

    /**
     * The attributes of a document that changes the resource of that type and ID, as the path names it.
     *
     * <p>Throws {@link Problem} as {@link #plain} does, 400 if there is no resource object, 409 if it is of another
     * type or has another ID; one without an ID means the path's.
     */
    public static Attributes change(HttpServletRequest request, String type, String id) {
        BodyPointers.RESOURCE.remember(request);
        JsonNode body = read(request).orElseThrow(() -> bad("The body is empty; it must be a JSON:API document."));
        return NewResource.ofChange(object(body), type, id).attributes();
    }

    /**
     * The body as it is, of whatever type. Throws {@link Problem} 413 for more than {@code max} bytes, of which no more
     * are read, and 400 for none.
     */
    public static byte[] bytes(HttpServletRequest request, int max) {
        byte[] bytes = upTo(max, request);
        if (bytes.length == 0) {
            throw bad("The body is empty.");
        }
        return bytes;
    }

    private static Optional<JsonNode> read(HttpServletRequest request) {
        byte[] bytes = upTo(MAX_BYTES, request);
        String type = request.getContentType();
        // A multipart body may have been swallowed on the way here, so its emptiness says nothing.
        boolean multipart = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (bytes.length == 0 && !multipart) {
            return Optional.empty();
        }
        if (!MediaTypeRules.isReadable(type)) {
            throw new Problem(new ErrorObject(
                    415,
                    "unsupported_media_type",
                    "unsupported media type",
                    "The body must be sent as " + JsonApi.MEDIA_TYPE + " or application/json, without parameters.",
                    new ErrorSource.Header("Content-Type")));
        }
        try {
            return Optional.of(Json.MAPPER.readTree(bytes)).filter(node -> !node.isMissingNode());
        } catch (JacksonException e) {
            throw bad("The body is not JSON: " + reason(e) + ".");
        }
    }

    private static byte[] upTo(int max, HttpServletRequest request) {
        if (request.getContentLengthLong() > max) {
            throw tooLarge(max);
        }
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(max + 1);
        } catch (IOException e) {
            throw new Problem(badRequest("The body could not be read to its end."), e);
        }
        if (bytes.length > max) {
            throw tooLarge(max);
        }
        return bytes;
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw bad("The body must be a JSON object.");
    }

    /** Where the parser stumbled, without what it read: that could be anything. */
    private static String reason(JacksonException e) {
        return e.getLocation() == null
                ? "it cannot be parsed"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    static Problem bad(String detail) {
        return new Problem(badRequest(detail));
    }

    private static ErrorObject badRequest(String detail) {
        return new ErrorObject(400, "bad_request", "bad request", detail, new ErrorSource.Pointer(""));
    }

    private static Problem tooLarge(int max) {
        return new Problem(new ErrorObject(
                413, "content_too_large", "content too large", "The body is larger than " + max + " bytes."));
    }
}
