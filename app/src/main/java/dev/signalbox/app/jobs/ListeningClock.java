package dev.signalbox.app.jobs;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.port.out.Listening;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Knows since when runners could be heard: as long as this server has been able to look at its database every few
 * seconds. A server that was stopped, a machine that slept and a database that was away all begin anew. Knows by a
 * clock that nobody sets whether the break was one in time, or a step of the clock.
 */
final class ListeningClock implements Listening {

    /** Three looks missed. */
    private static final Duration GAP = Duration.ofSeconds(15);

    private final InstantSource time;
    private final LongSupplier nanoseconds;
    private Instant since;
    private Instant steadySince = Instant.EPOCH;
    private Instant lastLook;
    private long lastNanoseconds;

    /** @param nanoseconds have no meaning but their difference, as {@link System#nanoTime} has it */
    ListeningClock(InstantSource time, LongSupplier nanoseconds) {
        this.time = time;
        this.nanoseconds = nanoseconds;
        this.since = Milliseconds.of(time.instant());
        this.lastLook = since;
        this.lastNanoseconds = nanoseconds.getAsLong();
    }

    /** This very moment as long as no look has succeeded again, so that nobody is judged by the time in between. */
    @Override
    public synchronized Instant since() {
        Instant now = Milliseconds.of(time.instant());
        return isBreak(now) ? now : since;
    }

    @Override
    public synchronized Instant steadySince() {
        Instant now = Milliseconds.of(time.instant());
        return isStep(now) ? now : steadySince;
    }

    @Override
    public synchronized void look() {
        Instant now = Milliseconds.of(time.instant());
        if (isStep(now)) {
            steadySince = now;
        }
        if (isBreak(now)) {
            since = now;
        }
        lastLook = now;
        lastNanoseconds = nanoseconds.getAsLong();
    }

    private boolean isStep(Instant now) {
        var passed = Duration.ofNanos(nanoseconds.getAsLong() - lastNanoseconds);
        return Duration.between(lastLook, now).minus(passed).abs().compareTo(GAP) > 0;
    }

    /** A clock that was set back is one too. */
    private boolean isBreak(Instant now) {
        return now.isBefore(lastLook) || Duration.between(lastLook, now).compareTo(GAP) > 0;
    }
}
