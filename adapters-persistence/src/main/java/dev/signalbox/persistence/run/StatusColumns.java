package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.inline;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.persistence.jooq.tables.Runs;
import dev.signalbox.persistence.jooq.tables.records.RunsRecord;
import dev.signalbox.persistence.jooq.tables.records.WorkspacesRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.TableField;

/** Which column belongs to which status. */
final class StatusColumns {

    /** The statuses of runs that are counted where they lie; there are never many of them. */
    static final List<RunStatus> ACTIVE = Arrays.stream(RunStatus.values())
            .filter(status -> !status.isFinal())
            .toList();

    private StatusColumns() {}

    /** When the run entered the status; none for pending, whose instant is that of the submission. */
    static Optional<TableField<RunsRecord, Instant>> enteredAt(RunStatus status) {
        return Optional.ofNullable(
                switch (status) {
                    case PENDING -> null;
                    case PLANNING -> RUNS.PLANNING_AT;
                    case PLANNED -> RUNS.PLANNED_AT;
                    case CONFIRMED -> RUNS.CONFIRMED_AT;
                    case APPLYING -> RUNS.APPLYING_AT;
                    case APPLIED -> RUNS.APPLIED_AT;
                    case DISCARDED -> RUNS.DISCARDED_AT;
                    case ERRORED -> RUNS.ERRORED_AT;
                    case CANCELED -> RUNS.CANCELED_AT;
                    case POLICY_CHECKING -> RUNS.POLICY_CHECKING_AT;
                    case POLICY_OVERRIDE -> RUNS.POLICY_OVERRIDE_AT;
                    case POLICY_CHECKED -> RUNS.POLICY_CHECKED_AT;
                    case PLANNED_AND_FINISHED -> RUNS.PLANNED_AND_FINISHED_AT;
                });
    }

    /** The workspace's counter of its runs in the status; there is one for each final status. */
    static Optional<TableField<WorkspacesRecord, Long>> counter(RunStatus status) {
        return Optional.ofNullable(
                switch (status) {
                    case APPLIED -> WORKSPACES.APPLIED_COUNT;
                    case DISCARDED -> WORKSPACES.DISCARDED_COUNT;
                    case ERRORED -> WORKSPACES.ERRORED_COUNT;
                    case CANCELED -> WORKSPACES.CANCELED_COUNT;
                    case PLANNED_AND_FINISHED -> WORKSPACES.PLANNED_AND_FINISHED_COUNT;
                    case PENDING,
                            PLANNING,
                            PLANNED,
                            CONFIRMED,
                            APPLYING,
                            POLICY_CHECKING,
                            POLICY_OVERRIDE,
                            POLICY_CHECKED -> null;
                });
    }

    /** The run has not ended: in the words of the index {@code runs_active}, or the planner would not take it. */
    static Condition isActive(Runs runs) {
        return isIn(runs, ACTIVE);
    }

    /** The run is in one of the statuses. They stand in the statement itself, where the planner sees them. */
    static Condition isIn(Runs runs, Collection<RunStatus> statuses) {
        return runs.STATUS.in(
                statuses.stream().map(status -> inline(status.wireName())).toList());
    }
}
