package dev.signalbox.rest.jsonapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attributes that a client sends. What is absent or null is not there; what is of another JSON type than asked for
 * is refused with {@link Problem} 422 and a pointer. Attributes that nobody asks for are ignored, unless a route calls
 * {@link #refuseOthers()}.
 *
 * <p>In a name a dot leads to a member, as in {@code vcs-repo.identifier}.
 */
public final class Attributes {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    /** More than any name that is known, in characters: a longer one is not repeated in an answer. */
    private static final int MAX_SHOWN_NAME = 100;

    private final ObjectNode members;
    private final BodyPointers pointers;
    private final Optional<Problem> misplaced;
    private final Set<String> known = new LinkedHashSet<>();

    /** With what is wrong beside them, where only {@link #refuseOthers()} minds that. */
    Attributes(ObjectNode members, BodyPointers pointers, Optional<Problem> misplaced) {
        this.members = members;
        this.pointers = pointers;
        this.misplaced = misplaced;
    }

    /** Tells whether there is such an attribute, be it null. */
    public boolean has(String name) {
        known.add(name);
        return members.has(name);
    }

    /** A string. Refused is one with a NUL or half of a surrogate pair: no text that could be kept. */
    public Optional<String> text(String name) {
        return member(name).map(node -> keepable(name, node));
    }

    private String keepable(String name, JsonNode node) {
        if (!node.isString()) {
            throw problem(name, "must be a string");
        }
        if (node.stringValue().codePoints().anyMatch(Attributes::isUnkeepable)) {
            throw problem(name, "contains a NUL character or half of a surrogate pair");
        }
        return node.stringValue();
    }

    /** A list of strings, each such as {@link #text} takes. */
    public Optional<List<String>> texts(String name) {
        return member(name).map(node -> {
            if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isString)) {
                throw problem(name, "must be a list of strings");
            }
            return node.valueStream().map(text -> keepable(name, text)).toList();
        });
    }

    /** A string that must be there. */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> problem(name, "is required"));
    }

    /** A boolean. */
    public Optional<Boolean> flag(String name) {
        return member(name).map(node -> {
            if (!node.isBoolean()) {
                throw problem(name, "must be true or false");
            }
            return node.booleanValue();
        });
    }

    /** A whole number of 32 bits. */
    public Optional<Integer> integer(String name) {
        return member(name).map(node -> {
            if (!whole(name, node).canConvertToInt()) {
                throw problem(name, "must be a whole number of at most 32 bits");
            }
            return node.intValue();
        });
    }

    /** A list of whole numbers of 32 bits. */
    public Optional<List<Integer>> integers(String name) {
        return member(name).map(node -> {
            if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isInt)) {
                throw problem(name, "must be a list of whole numbers of at most 32 bits");
            }
            return node.valueStream().map(JsonNode::intValue).toList();
        });
    }

    /** A whole number of 64 bits. */
    public Optional<Long> longInteger(String name) {
        return member(name).map(node -> {
            if (!whole(name, node).canConvertToLong()) {
                throw problem(name, "must be a whole number of at most 64 bits");
            }
            return node.longValue();
        });
    }

    /** A whole number of 64 bits that must be there. */
    public long requiredLong(String name) {
        return longInteger(name).orElseThrow(() -> problem(name, "is required"));
    }

    private JsonNode whole(String name, JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw problem(name, "must be a whole number");
        }
        return node;
    }

    /** An instant in RFC 3339, of the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}. */
    public Optional<Instant> instant(String name) {
        return text(name).map(text -> {
            try {
                OffsetDateTime time = OffsetDateTime.parse(text);
                if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                    return time.toInstant();
                }
            } catch (DateTimeException e) {
                // Told below, as for a year out of bounds.
            }
            throw problem(name, "must be a time in RFC 3339, such as 2026-01-31T23:59:59Z");
        });
    }

    /** A {@link Problem} 422 that points to the attribute; {@code problem} follows its name in a sentence. */
    public Problem problem(String name, String problem) {
        return new Problem(new ErrorObject(
                422, "invalid_attribute", "invalid attribute", name + " " + problem + ".", pointers.to(name)));
    }

    /**
     * Refuses with {@link Problem} 422 any attribute that nobody has asked for so far, be it null: mistyped, or one
     * that cannot be set; or a mistyped member of the resource beside its attributes. So what is asked for is what is
     * known, and this comes after the last question.
     */
    public void refuseOthers() {
        misplaced.ifPresent(problem -> {
            throw problem;
        });
        members.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name);
                });
    }

    private Problem unknown(String name) {
        boolean shown = name.length() <= MAX_SHOWN_NAME && name.codePoints().noneMatch(Attributes::isUnkeepable);
        return new Problem(new ErrorObject(
                422,
                "invalid_attribute",
                "invalid attribute",
                (shown ? name : "One of the names") + " is no attribute that can be set here; there are "
                        + (known.isEmpty() ? "none" : String.join(", ", known)) + ".",
                shown ? pointers.toMember(name) : pointers.toAll()));
    }

    private Optional<JsonNode> member(String name) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        known.add(first);
        JsonNode node = members.path(first);
        if (dot >= 0 && !node.isMissingNode() && !node.isNull()) {
            if (!node.isObject()) {
                throw problem(first, "must be an object");
            }
            node = node.path(name.substring(dot + 1));
        }
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    private static boolean isUnkeepable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
