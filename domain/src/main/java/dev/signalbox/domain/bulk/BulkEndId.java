package dev.signalbox.domain.bulk;

import dev.signalbox.domain.ExternalId;
import java.util.Optional;

/** The identity of a bulk end on the wire: {@code be-} and 16 base58 characters. */
public record BulkEndId(String value) {

    /** The fixed beginning of every bulk end's ID. */
    public static final String PREFIX = "be-";

    /** Refuses, as a programming error, a value that is no bulk end's ID. */
    public BulkEndId {
        ExternalId.check(PREFIX, value);
    }

    /** Reads an ID that came from outside; a text of any other shape is no bulk end's ID, so it is simply absent. */
    public static Optional<BulkEndId> parse(String text) {
        return ExternalId.matches(PREFIX, text) ? Optional.of(new BulkEndId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
