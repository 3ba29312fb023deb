package dev.signalbox.domain.run;

import dev.signalbox.domain.ExternalId;
import java.util.Optional;

/** The identity of a plan on the wire: {@code plan-} and 16 base58 characters. */
public record PlanId(String value) {

    /** The fixed beginning of every such ID. */
    public static final String PREFIX = "plan-";

    /** Refuses, as a programming error, a value that is no such ID. */
    public PlanId {
        ExternalId.check(PREFIX, value);
    }

    /** Reads an ID that came from outside; a text of any other shape is no such ID, so it is simply absent. */
    public static Optional<PlanId> parse(String text) {
        return ExternalId.matches(PREFIX, text) ? Optional.of(new PlanId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
