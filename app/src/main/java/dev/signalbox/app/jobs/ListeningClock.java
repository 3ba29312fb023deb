package dev.signalbox.app.jobs;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.port.out.Listening;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Knows since when runners could be heard: as long as this server has been able to look at its database every few
 * seconds. A server that was stopped, a machine that slept and a database that was away all begin anew.
 */
final class ListeningClock implements Listening {

    /** Three looks missed. */
    private static final Duration GAP = Duration.ofSeconds(15);

    private final InstantSource time;
    private Instant since;
    private Instant lastLook;

    ListeningClock(InstantSource time) {
        this.time = time;
        this.since = Milliseconds.of(time.instant());
        this.lastLook = since;
    }

    /** This very moment as long as no look has succeeded again, so that nobody is judged by the time in between. */
    @Override
    public synchronized Instant since() {
        Instant now = Milliseconds.of(time.instant());
        return isBreak(now) ? now : since;
    }

    @Override
    public synchronized void look() {
        Instant now = Milliseconds.of(time.instant());
        if (isBreak(now)) {
            since = now;
        }
        lastLook = now;
    }

    /** A clock that was set back is one too. */
    private boolean isBreak(Instant now) {
        return now.isBefore(lastLook) || Duration.between(lastLook, now).compareTo(GAP) > 0;
    }
}
