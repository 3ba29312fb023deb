package dev.signalbox.domain.run;

import dev.signalbox.domain.ExternalId;
import java.util.Optional;

/** The identity of an apply on the wire: {@code apply-} and 16 base58 characters. */
public record ApplyId(String value) {

    /** The fixed beginning of every such ID. */
    public static final String PREFIX = "apply-";

    /** Refuses, as a programming error, a value that is no such ID. */
    public ApplyId {
        ExternalId.check(PREFIX, value);
    }

    /** Reads an ID that came from outside; a text of any other shape is no such ID, so it is simply absent. */
    public static Optional<ApplyId> parse(String text) {
        return ExternalId.matches(PREFIX, text) ? Optional.of(new ApplyId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
