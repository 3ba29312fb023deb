package dev.signalbox.domain.queue;

import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * An ended run of a workspace whose process is neither known to be gone nor released.
 *
 * @param lastHeardAt when its runner was last heard of, if ever
 */
public record OpenEnding(RunId run, Ending ending, Optional<Instant> lastHeardAt) {

    /** Tells whether the next run must wait for it. */
    public boolean holdsWorkspace(Instant now) {
        return ending.holdsWorkspace(now, lastHeardAt);
    }
}
