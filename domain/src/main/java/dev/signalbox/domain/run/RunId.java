package dev.signalbox.domain.run;

import dev.signalbox.domain.ExternalId;
import java.util.Optional;

/** The identity of a run on the wire: {@code run-} and 16 base58 characters. */
public record RunId(String value) {

    /** The fixed beginning of every run ID. */
    public static final String PREFIX = "run-";

    /** Refuses, as a programming error, a value that is no run ID. */
    public RunId {
        ExternalId.check(PREFIX, value);
    }

    /** Reads an ID that came from outside; a text of any other shape is no run's ID, so it is simply absent. */
    public static Optional<RunId> parse(String text) {
        return ExternalId.matches(PREFIX, text) ? Optional.of(new RunId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
