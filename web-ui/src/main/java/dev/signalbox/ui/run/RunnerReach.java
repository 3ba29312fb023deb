package dev.signalbox.ui.run;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunStatus;
import java.time.Duration;
import java.time.Instant;

/** What is known of the runner of a run that is to be ended: evidence in a sentence, no judgement. */
final class RunnerReach {

    /** A runner that was heard of within this time learns of the end with its next sign of life. */
    static final Duration FRESH = Duration.ofSeconds(30);

    private RunnerReach() {}

    /** Tells whether a forced end can be expected to reach the process. */
    static boolean isReachable(RunInWorkspace place, Instant now) {
        return !heard(place).plus(FRESH).isBefore(now);
    }

    /** What a forced end does to the process, as far as can be known. */
    static String sentence(RunInWorkspace place, Instant now) {
        Run run = place.run();
        if (!run.status().isHeldByRunner()) {
            return "No runner is working on it; it ends at once.";
        }
        if (isReachable(place, now)) {
            return "Its runner was heard of " + silence(place, now)
                    + " ago: it will be told to stop within seconds, and the"
                    + (run.submission().planOnly()
                            ? " workspace is not held, as a plan-only run blocks nobody."
                            : " workspace stays held until it reports that the process is gone.");
        }
        return "Its runner has not been heard of for " + silence(place, now)
                + ": the record ends now, but the process may go on; " + hold(run);
    }

    private static String silence(RunInWorkspace place, Instant now) {
        return ShortDuration.of(Duration.between(heard(place), now));
    }

    private static Instant heard(RunInWorkspace place) {
        return RunSince.heard(place.run(), place.lastHeardAt());
    }

    private static String hold(Run run) {
        if (run.submission().planOnly()) {
            return "the workspace is not held, as a plan-only run blocks nobody.";
        }
        return run.status() == RunStatus.APPLYING
                ? "the workspace stays held until the runner reports it gone or a site admin releases it."
                : "the workspace stays held until the runner reports it gone or has been silent for "
                        + ShortDuration.of(Ending.PLAN_HOLD_LIMIT) + ".";
    }

    /** What a forced end may cost in the run's present status. */
    static String risk(RunStatus status) {
        return switch (status) {
            case APPLYING ->
                "Forcing an apply may lose state: what Terraform has changed but not yet recorded has to be found and"
                        + " imported by hand. Do it only if the apply is stuck.";
            case PLANNING, POLICY_CHECKING ->
                "A plan changes no infrastructure, but a plan that is stopped hard may leave the state locked.";
            case PENDING, PLANNED, POLICY_OVERRIDE, POLICY_CHECKED, CONFIRMED ->
                "This run has applied nothing yet, so no state can be lost.";
            case APPLIED, DISCARDED, ERRORED, CANCELED, PLANNED_AND_FINISHED -> "The run has ended already.";
        };
    }
}
