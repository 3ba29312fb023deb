package dev.signalbox.app.jobs;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.port.out.Listening;
import java.time.Duration;
import java.time.Instant;

/**
 * Knows since when runners could be heard: as long as this server has been able to look at its database every few
 * seconds. A server that was stopped, a machine that slept and a database that was away all begin anew.
 */
final class ListeningClock implements Listening {

    /** Three looks missed. */
    private static final Duration GAP = Duration.ofSeconds(15);

    private Instant since;
    private Instant lastLook;

    ListeningClock(Instant start) {
        this.since = Milliseconds.of(start);
        this.lastLook = since;
    }

    @Override
    public synchronized Instant since() {
        return since;
    }

    /** A look that succeeded. */
    synchronized void look(Instant now) {
        if (Duration.between(lastLook, now).compareTo(GAP) > 0) {
            since = Milliseconds.of(now);
        }
        lastLook = now;
    }
}
