package dev.signalbox.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The one resolution of time in Signalbox: what is kept and shown is whole milliseconds. */
public final class Milliseconds {

    private Milliseconds() {}

    /** The instant, cut to its millisecond. */
    public static Instant of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Throws IllegalArgumentException for an instant finer than a millisecond, which a store could not give back. */
    public static Instant check(Instant instant) {
        if (!of(instant).equals(instant)) {
            throw new IllegalArgumentException("finer than a millisecond: " + instant);
        }
        return instant;
    }

    /** {@link #check(Instant)} for an instant that may be absent. */
    public static Optional<Instant> check(Optional<Instant> instant) {
        instant.ifPresent(Milliseconds::check);
        return instant;
    }
}
