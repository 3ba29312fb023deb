package dev.signalbox.app.simulation;

import java.time.Duration;

/**
 * The time between two instants by {@link System#nanoTime()}. What the server did with a request, it did at an unknown
 * instant between its sending and its answer.
 */
record Span(long from, long to) {

    /** After every instant there is. */
    static final Span NEVER = new Span(Long.MAX_VALUE, Long.MAX_VALUE);

    /** From now on, without an end yet. */
    static Span fromNow() {
        return new Span(System.nanoTime(), Long.MAX_VALUE);
    }

    /** Whether it has begun and not ended. */
    boolean isOpen() {
        return from != Long.MAX_VALUE && to == Long.MAX_VALUE;
    }

    /** Whether it has ended. */
    boolean isOver() {
        return to != Long.MAX_VALUE;
    }

    Span untilNow() {
        return new Span(from, System.nanoTime());
    }

    boolean overlaps(Span other) {
        return from <= other.to && other.from <= to;
    }

    /** The first instant at which so much time can have passed since then. */
    long earliestEndOf(Duration time) {
        return from + time.toNanos();
    }

    /** The instant at which so much time has passed for certain. */
    long latestEndOf(Duration time) {
        return to + time.toNanos();
    }
}
