package dev.signalbox.ui.run;

import dev.signalbox.domain.run.Run;
import java.time.Instant;
import java.util.Optional;

/** Since when a run is what it is, and is heard of. */
final class RunSince {

    private RunSince() {}

    /** When the run entered its present status. */
    static Instant status(Run run) {
        return run.statusTimestamps().getOrDefault(run.status(), run.createdAt());
    }

    /** When the runner that holds a phase was heard of last: with the report of the phase, at the least. */
    static Instant heard(Run run, Optional<Instant> lastHeardAt) {
        return lastHeardAt.orElseGet(() -> status(run));
    }
}
