package dev.signalbox.domain.run;

import dev.signalbox.domain.Milliseconds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of the process behind a run whose end was asked for while a runner held a phase.
 *
 * <p>A record that ended is not yet a process that ended. An ending is requested, then acknowledged by the runner, then
 * the process is gone; or a site admin releases what the silent runner leaves behind. It exists for forced ends, where
 * the run is final already, and for a user's cancel, where the run ends with the process.
 *
 * @param phase what the runner was doing when the end was asked for
 * @param acknowledgedAt when the runner said that it is stopping
 * @param goneAt when the runner said that nothing is alive any more
 * @param releasedAt when a site admin declared the process gone without the runner's word
 * @param signal the signal that ended the process, without {@code SIG}, such as {@code KILL}
 */
public record Ending(
        RunStatus phase,
        Instant requestedAt,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> goneAt,
        Optional<Instant> releasedAt,
        Optional<String> signal,
        Optional<Integer> exitCode) {

    /** How long a runner may be silent before a plan's hold falls by itself; a plan changes no state. */
    public static final Duration PLAN_HOLD_LIMIT = Duration.ofMinutes(2);

    /** How far an ending has come. */
    public enum Stage {
        REQUESTED,
        ACKNOWLEDGED,
        GONE,
        RELEASED
    }

    /** Refuses, as a programming error, a phase that no runner holds and an exit without its instant. */
    public Ending {
        if (!phase.isHeldByRunner()) {
            throw new IllegalArgumentException("no runner holds anything in " + phase);
        }
        Milliseconds.check(requestedAt);
        Milliseconds.check(acknowledgedAt);
        Milliseconds.check(goneAt);
        Milliseconds.check(releasedAt);
        if (goneAt.isEmpty() && (signal.isPresent() || exitCode.isPresent())) {
            throw new IllegalArgumentException("an exit is known only of a process that is gone");
        }
    }

    static Ending requested(RunStatus phase, Instant at) {
        return new Ending(
                phase, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Ending acknowledged(Instant at) {
        return acknowledgedAt.isPresent() || goneAt.isPresent()
                ? this
                : new Ending(phase, requestedAt, Optional.of(at), goneAt, releasedAt, signal, exitCode);
    }

    Ending gone(ProcessExit exit, Instant at) {
        return goneAt.isPresent()
                ? this
                : new Ending(
                        phase, requestedAt, acknowledgedAt, Optional.of(at), releasedAt, exit.signal(), exit.code());
    }

    Ending released(Instant at) {
        return new Ending(phase, requestedAt, acknowledgedAt, goneAt, Optional.of(at), signal, exitCode);
    }

    /** How far this ending has come; what the runner says of its process outweighs a release. */
    public Stage stage() {
        if (goneAt.isPresent()) {
            return Stage.GONE;
        }
        if (releasedAt.isPresent()) {
            return Stage.RELEASED;
        }
        return acknowledgedAt.isPresent() ? Stage.ACKNOWLEDGED : Stage.REQUESTED;
    }

    /** Tells whether the runner has yet to stop something. */
    public boolean awaitsRunner() {
        return goneAt.isEmpty();
    }

    /** Tells whether the process is neither known to be gone nor released. */
    public boolean isOpen() {
        return goneAt.isEmpty() && releasedAt.isEmpty();
    }

    /**
     * Tells whether something may still be running that must not meet another run in the same state.
     *
     * @param lastHeardAt when the runner was last heard of, if ever
     */
    public boolean holdsWorkspace(Instant now, Optional<Instant> lastHeardAt) {
        return isOpen()
                && (phase == RunStatus.APPLYING
                        || now.isBefore(silentSince(lastHeardAt).plus(PLAN_HOLD_LIMIT)));
    }

    private Instant silentSince(Optional<Instant> lastHeardAt) {
        return lastHeardAt.filter(heard -> heard.isAfter(requestedAt)).orElse(requestedAt);
    }
}
