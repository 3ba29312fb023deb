package dev.signalbox.domain.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has happened that somebody is told, the most urgent first. */
public enum Trigger {
    /** Evidence has been found that the run is stuck. */
    NEEDS_ATTENTION,

    /** A site admin, or a limit that may act, has forced the run to an end. */
    FORCED;

    /** The name on the wire and in storage, such as {@code needs_attention}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The trigger of that {@link #label}. */
    public static Optional<Trigger> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.label().equals(label))
                .findFirst();
    }
}
