package dev.signalbox.ui.run;

import dev.signalbox.domain.run.Run;
import java.time.Instant;

/** Since when a run is what it is. */
final class RunSince {

    private RunSince() {}

    /** When the run entered its present status. */
    static Instant status(Run run) {
        return run.statusTimestamps().getOrDefault(run.status(), run.createdAt());
    }
}
