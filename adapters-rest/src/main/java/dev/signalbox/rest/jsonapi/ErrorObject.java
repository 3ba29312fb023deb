package dev.signalbox.rest.jsonapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error as the client is told.
 *
 * @param status the HTTP status; a string on the wire, since clients read it into one
 * @param code for programs: lower case with underscores; never changes its meaning
 * @param title the same for every occurrence of the code
 * @param detail one sentence on this occurrence, on which a person can act
 * @param meta further members, such as the status of the run that refused
 */
public record ErrorObject(
        int status, String code, String title, String detail, Optional<ErrorSource> source, Map<String, Object> meta) {

    /** Keeps a copy that nobody can change. */
    public ErrorObject {
        meta = Map.copyOf(meta);
    }

    /** An error of which nothing in the request can be blamed. */
    public ErrorObject(int status, String code, String title, String detail) {
        this(status, code, title, detail, Optional.empty(), Map.of());
    }

    /** An error with its source. */
    public ErrorObject(int status, String code, String title, String detail, ErrorSource source) {
        this(status, code, title, detail, Optional.of(source), Map.of());
    }

    /** The error object, with the ID under which the request stands in the log. */
    Map<String, Object> toJson(String requestId) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", Integer.toString(status));
        json.put("code", code);
        json.put("title", title);
        json.put("detail", detail);
        source.ifPresent(where -> json.put("source", where.toJson()));
        Map<String, Object> allMeta = new LinkedHashMap<>(meta);
        allMeta.put("request-id", requestId);
        json.put("meta", allMeta);
        return json;
    }
}
