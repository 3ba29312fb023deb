package dev.signalbox.domain.run;

import static dev.signalbox.domain.run.PhaseStatus.FINISHED;
import static dev.signalbox.domain.run.PhaseStatus.PENDING;
import static dev.signalbox.domain.run.PhaseStatus.RUNNING;
import static dev.signalbox.domain.run.PhaseStatus.UNREACHABLE;

import dev.signalbox.domain.Milliseconds;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What must hold between the parts of a run, so that a row from the database passes the same gate as a new run. */
final class RunCoherence {

    private RunCoherence() {}

    static void check(
            RunStatus status,
            Map<RunStatus, Instant> timestamps,
            Optional<Instant> forceCanceledAt,
            boolean hasChanges,
            Plan plan,
            Apply apply,
            Optional<Ending> ending) {
        timestamps.values().forEach(Milliseconds::check);
        Milliseconds.check(forceCanceledAt);
        require(!timestamps.containsKey(RunStatus.PENDING), "pending has no timestamp of its own");
        require(status == RunStatus.PENDING || timestamps.containsKey(status), "no timestamp for " + status);
        require(
                phasesFit(status, plan.phase().status(), apply.phase().status()),
                status + " does not fit a plan " + plan.phase() + " and an apply " + apply.phase());
        require(!hasChanges || plan.phase().status() == FINISHED, "changes are known only of a finished plan");
        require(
                forceCanceledAt.isEmpty() || status == RunStatus.CANCELED,
                "a run that is " + status + " was not forced to canceled");
        require(
                status.isFinal()
                        || status.isHeldByRunner()
                        || ending.filter(Ending::awaitsRunner).isEmpty(),
                "no runner has anything to stop in " + status);
    }

    private static boolean phasesFit(RunStatus status, PhaseStatus plan, PhaseStatus apply) {
        return switch (status) {
            case PENDING -> plan == PENDING && apply == PENDING;
            case PLANNING -> plan == RUNNING && apply == PENDING;
            case PLANNED, POLICY_CHECKING, POLICY_OVERRIDE, POLICY_CHECKED, CONFIRMED ->
                plan == FINISHED && apply == PENDING;
            case APPLYING -> plan == FINISHED && apply == RUNNING;
            case APPLIED -> plan == FINISHED && apply == FINISHED;
            case PLANNED_AND_FINISHED -> plan == FINISHED && apply == UNREACHABLE;
            case DISCARDED -> (plan == FINISHED || plan == UNREACHABLE) && apply == UNREACHABLE;
            case ERRORED, CANCELED -> plan.isFinal() && apply.isFinal();
        };
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
