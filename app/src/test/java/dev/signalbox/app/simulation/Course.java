package dev.signalbox.app.simulation;

import dev.signalbox.app.journey.Signalbox;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The course of a simulation: all runs begin, the server goes and comes again, and then the runners' network does.
 *
 * <p>It measures itself: whoever wakes up later than it wanted to is late by this machine's fault and not by the
 * server's.
 */
final class Course {

    private static final Duration STOP = Duration.ofSeconds(30);

    /** With the time that a start takes the server is away for longer than any runner may be. */
    private static final Duration STOPPED = Limits.LOST.minusSeconds(4);

    private static final Duration CUT_AFTER_RESTART = Duration.ofSeconds(3);

    private static final Duration CUT = Duration.ofSeconds(6);

    private final long begin = System.nanoTime();
    private final AtomicLong latest = new AtomicLong();
    private volatile Span serverAway = Span.NEVER;
    private volatile Span networkCut = Span.NEVER;

    /** Plays what happens to all. */
    void play(Signalbox signalbox, Network network) throws IOException, InterruptedException {
        sleepUntil(begin + STOP.toNanos());
        serverAway = Span.fromNow();
        signalbox.stop();
        sleepUntil(serverAway.from() + STOPPED.toNanos());
        signalbox.restart();
        serverAway = serverAway.untilNow();
        sleepUntil(serverAway.latestEndOf(CUT_AFTER_RESTART));
        networkCut = Span.fromNow();
        network.cut();
        sleepUntil(networkCut.from() + CUT.toNanos());
        network.mend();
        networkCut = networkCut.untilNow();
    }

    /** When the server was away. */
    Span serverAway() {
        return serverAway;
    }

    /** Whether a runner could reach the server all the time. */
    boolean isSound(Span span) {
        return !span.overlaps(serverAway) && !span.overlaps(networkCut);
    }

    boolean isSinceBegin(Duration offset) {
        return System.nanoTime() >= begin + offset.toNanos();
    }

    boolean isSinceRestart(Duration offset) {
        Span away = serverAway;
        return away.isOver() && System.nanoTime() >= away.latestEndOf(offset);
    }

    /** Sleeps until that instant of {@link System#nanoTime()}; not at all if it is over. */
    void sleepUntil(long instant) throws InterruptedException {
        long wait = instant - System.nanoTime();
        if (wait > 0) {
            Thread.sleep(Duration.ofNanos(wait));
            latest.accumulateAndGet(System.nanoTime() - instant, Math::max);
        }
    }

    void sleepThroughOutage() throws InterruptedException {
        while (serverAway.isOpen() || networkCut.isOpen()) {
            sleep(Duration.ofMillis(500));
        }
    }

    void sleep(Duration time) throws InterruptedException {
        sleepUntil(System.nanoTime() + time.toNanos());
    }

    /** How much later than it wanted to somebody woke up at the worst. */
    Duration lateness() {
        return Duration.ofNanos(latest.get());
    }

    Duration length() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
