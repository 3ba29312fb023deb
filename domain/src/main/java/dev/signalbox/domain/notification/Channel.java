package dev.signalbox.domain.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what way a notification goes out. */
public enum Channel {
    WEBHOOK,
    EMAIL;

    /** The name under which it is kept, such as {@code webhook}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of that {@link #label}. */
    public static Optional<Channel> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(channel -> channel.label().equals(label))
                .findFirst();
    }
}
