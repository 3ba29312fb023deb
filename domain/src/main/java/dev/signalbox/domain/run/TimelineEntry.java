package dev.signalbox.domain.run;

import dev.signalbox.domain.Milliseconds;
import java.time.Instant;

/** A runner's report as it stands in the run's timeline. */
public record TimelineEntry(Instant at, RunnerReport report) {

    /** Refuses, as a programming error, an instant finer than a millisecond. */
    public TimelineEntry {
        Milliseconds.check(at);
    }
}
