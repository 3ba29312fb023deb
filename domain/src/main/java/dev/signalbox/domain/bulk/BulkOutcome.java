package dev.signalbox.domain.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of one run of a bulk end. */
public enum BulkOutcome {
    /** Its turn has not come yet. */
    WAITING,
    /** It was forced to its end. */
    ENDED,
    /** It had ended before its turn came; nothing was changed. */
    ALREADY_ENDED,
    /** It did not exist any more. */
    MISSING,
    /** The bulk end was stopped before its turn came. */
    LEFT,
    /** The server failed at it; its log tells more. */
    FAILED;

    /** The name on the wire and in storage: lower case with hyphens, such as {@code already-ended}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #label()}; an unknown one is absent. */
    public static Optional<BulkOutcome> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.label().equals(label))
                .findFirst();
    }
}
