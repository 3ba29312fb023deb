package dev.signalbox.domain.run;

import dev.signalbox.domain.Milliseconds;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a plan or an apply has come.
 *
 * @param startedAt when a runner started it; present exactly if it ever ran
 * @param endedAt when it became final; absent while it is not, and for a phase that was never reached
 */
public record Phase(PhaseStatus status, Optional<Instant> startedAt, Optional<Instant> endedAt) {

    /** A phase that nobody has started. */
    static final Phase PENDING = new Phase(PhaseStatus.PENDING, Optional.empty(), Optional.empty());

    /** A phase whose turn will not come. */
    static final Phase UNREACHABLE = new Phase(PhaseStatus.UNREACHABLE, Optional.empty(), Optional.empty());

    /** Refuses, as a programming error, instants that do not fit the status. */
    public Phase {
        Milliseconds.check(startedAt);
        Milliseconds.check(endedAt);
        boolean coherent = switch (status) {
            case PENDING, UNREACHABLE -> startedAt.isEmpty() && endedAt.isEmpty();
            case RUNNING -> startedAt.isPresent() && endedAt.isEmpty();
            case FINISHED -> startedAt.isPresent() && endedAt.isPresent();
            // An apply that was confirmed and forced before a runner took it ended without having started.
            case ERRORED, CANCELED -> endedAt.isPresent();
        };
        if (!coherent) {
            throw new IllegalArgumentException(
                    "a phase that is " + status + " cannot have started " + startedAt + " and ended " + endedAt);
        }
    }

    Phase started(Instant at) {
        return new Phase(PhaseStatus.RUNNING, Optional.of(at), Optional.empty());
    }

    Phase ended(PhaseStatus status, Instant at) {
        return new Phase(status, startedAt, Optional.of(at));
    }
}
