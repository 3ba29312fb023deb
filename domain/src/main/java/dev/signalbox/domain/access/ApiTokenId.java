package dev.signalbox.domain.access;

import dev.signalbox.domain.ExternalId;
import java.util.Optional;

/** The identity of a token on the wire: {@code at-} and 16 base58 characters. */
public record ApiTokenId(String value) {

    /** The fixed beginning of every such ID. */
    public static final String PREFIX = "at-";

    /** Refuses, as a programming error, a value that is no such ID. */
    public ApiTokenId {
        ExternalId.check(PREFIX, value);
    }

    /** Reads an ID that came from outside; a text of any other shape is no such ID, so it is simply absent. */
    public static Optional<ApiTokenId> parse(String text) {
        return ExternalId.matches(PREFIX, text) ? Optional.of(new ApiTokenId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
