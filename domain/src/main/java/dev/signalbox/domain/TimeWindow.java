package dev.signalbox.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, both ends included, in whole milliseconds; one that ends before it begins holds nothing.
 *
 * @param from the earliest instant; absent for no bound
 * @param to the latest instant; absent for no bound
 */
public record TimeWindow(Optional<Instant> from, Optional<Instant> to) {

    /** All time. */
    public static final TimeWindow UNBOUNDED = new TimeWindow(Optional.empty(), Optional.empty());

    private static final Duration ALMOST_A_MILLISECOND = Duration.ofMillis(1).minusNanos(1);

    /** Takes in finer bounds what is inside them: what is kept lies on whole milliseconds. */
    public TimeWindow {
        from = from.map(instant -> Milliseconds.of(instant.plus(ALMOST_A_MILLISECOND)));
        to = to.map(Milliseconds::of);
    }

    /** Tells whether all instants are inside. */
    public boolean isUnbounded() {
        return from.isEmpty() && to.isEmpty();
    }

    /** Tells whether the instant is inside. */
    public boolean holds(Instant instant) {
        return from.filter(instant::isBefore).isEmpty()
                && to.filter(instant::isAfter).isEmpty();
    }
}
