package dev.signalbox.domain.bulk;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a bulk end, and what became of it.
 *
 * @param from the status in which its turn found it; absent while it waits, and if it was missing
 * @param at when it came to its outcome; absent while it waits
 */
public record BulkTarget(RunId run, BulkOutcome outcome, Optional<RunStatus> from, Optional<Instant> at) {}
