package dev.signalbox.app.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The members of a JSON object as far as they are there and of the kind that is asked for; a server that is older or
 * newer may lack some and have others. All text is {@linkplain Text#plain plain}.
 */
record Fields(JsonNode node) {

    /** What a person reads where the server tells nothing. */
    static final String UNKNOWN = "unknown";

    /** What a person reads where the server says that there is nothing. */
    static final String NONE = "none";

    /** The members of a member; none if it is no object. */
    Fields at(String name) {
        return new Fields(node.path(name));
    }

    /** A text, a number or a truth value as text. */
    Optional<String> text(String name) {
        return text(node.path(name));
    }

    private static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull()
                ? Optional.of(Text.plain(value.asString())).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** The text, {@value #NONE} for null, {@value #UNKNOWN} if there is no such member. */
    String said(String name) {
        return text(name).orElse(node.has(name) ? NONE : UNKNOWN);
    }

    /** A truth value; absent if it is anything else. */
    Optional<Boolean> flag(String name) {
        return node.path(name).booleanValueOpt();
    }

    /** A time with any offset; absent if the text is none. */
    Optional<Instant> time(String name) {
        return text(name).flatMap(Fields::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The elements of an array, none if it is no array. */
    List<Fields> list(String name) {
        return elements(name).map(Fields::new).toList();
    }

    /** The texts in an array, none if it is no array. */
    List<String> texts(String name) {
        return elements(name).flatMap(value -> text(value).stream()).toList();
    }

    private Stream<JsonNode> elements(String name) {
        return node.path(name).isArray() ? node.path(name).valueStream() : Stream.empty();
    }

    /** The names of the members. */
    List<String> names() {
        return List.copyOf(node.propertyNames());
    }
}
