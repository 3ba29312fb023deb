package dev.signalbox.ui.run;

import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as it was seen by one look, so that all that is shown of it, and all that is decided on it, are of one piece.
 *
 * @param reports what its runner reported, oldest first
 * @param now when it was looked at
 */
record RunSight(
        RunInWorkspace place,
        Assessment assessment,
        Optional<Heartbeat> heartbeat,
        List<TimelineEntry> reports,
        Instant now) {}
