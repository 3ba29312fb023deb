package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;

import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.persistence.audit.AuditRows;
import org.jooq.DSLContext;

/** Writes what a change leaves behind, into the transaction that holds the locks on the workspace and the run. */
final class RunChangeWriter {

    private RunChangeWriter() {}

    static void write(DSLContext dsl, long ord, int workspaceId, Run before, RunChange change) {
        Run after = change.run();
        requireSameRun(before, after);
        if (!after.equals(before)) {
            dsl.update(RUNS)
                    .set(RunRows.movingColumns(after))
                    .where(RUNS.ORD.eq(ord))
                    .execute();
        }
        if (after.status() != before.status()) {
            count(dsl, workspaceId, after.status(), 1);
        }
        change.report().ifPresent(report -> TimelineRows.insert(dsl, ord, report));
        AuditRows.insert(dsl, change.audit());
        change.settled().ifPresent(settled -> BulkTargetRows.settle(dsl, settled));
    }

    /** Counts runs that have just ended, or been removed; those that have not ended are counted where they lie. */
    static void count(DSLContext dsl, int workspaceId, RunStatus status, long more) {
        StatusColumns.counter(status)
                .ifPresent(counter -> dsl.update(WORKSPACES)
                        .set(counter, counter.plus(more))
                        .where(WORKSPACES.ID.eq(workspaceId))
                        .execute());
    }

    static void requireSameRun(Run before, Run after) {
        boolean same = after.id().equals(before.id())
                && after.workspace().equals(before.workspace())
                && after.submission().equals(before.submission())
                && after.createdAt().equals(before.createdAt())
                && after.plan().id().equals(before.plan().id())
                && after.apply().id().equals(before.apply().id());
        if (!same) {
            throw new IllegalArgumentException("not a change of " + before.id() + " but another run");
        }
        if (before.status().isFinal() && after.status() != before.status()) {
            throw new IllegalArgumentException(before.id() + " has ended and cannot be moved");
        }
    }
}
