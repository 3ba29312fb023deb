package dev.signalbox.rest.jsonapi;

import java.util.Map;

/** What in a request caused an error. */
public sealed interface ErrorSource {

    /** The {@code source} member of an error object. */
    Map<String, Object> toJson();

    /** A query parameter, by its decoded name. */
    record Parameter(String name) implements ErrorSource {
        @Override
        public Map<String, Object> toJson() {
            return Map.of("parameter", name);
        }
    }

    /** A place in the request's body, as a JSON Pointer (RFC 6901). */
    record Pointer(String pointer) implements ErrorSource {
        @Override
        public Map<String, Object> toJson() {
            return Map.of("pointer", pointer);
        }
    }

    /** A request header, by its name. */
    record Header(String name) implements ErrorSource {
        @Override
        public Map<String, Object> toJson() {
            return Map.of("header", name);
        }
    }
}
