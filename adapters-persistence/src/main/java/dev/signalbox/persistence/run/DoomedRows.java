package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.port.out.DoomedRuns;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.audit.JooqAuditTrail;
import dev.signalbox.persistence.directory.DirectoryRows;
import dev.signalbox.persistence.jooq.tables.records.RunsRecord;
import dev.signalbox.persistence.jooq.tables.records.WorkspacesRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Runs that have not ended, of workspaces that are being deleted. */
final class DoomedRows {

    private DoomedRows() {}

    /** The oldest of them, at most so many. */
    static List<RunsRecord> active(DSLContext dsl, int workspaceId, int limit) {
        return dsl.selectFrom(RUNS)
                .where(RUNS.WORKSPACE_ID.eq(workspaceId))
                .and(StatusColumns.isActive(RUNS))
                .orderBy(RUNS.ORD)
                .limit(limit)
                .fetch();
    }

    /** Ends them with the row of their workspace locked; tells whether any may be left. */
    static boolean end(
            DSLContext dsl,
            WorkspacesRecord row,
            String owner,
            int maxRuns,
            Function<DoomedRuns, List<RunChange>> ends) {
        List<RunsRecord> active = active(dsl, row.getId(), maxRuns);
        if (!active.isEmpty()) {
            Workspace workspace = DirectoryRows.toWorkspace(row, owner);
            List<Run> runs = active.stream()
                    .map(run -> RunRows.toRun(run, workspace.id()))
                    .toList();
            List<RunChange> changes = ends.apply(new DoomedRuns(deletionOf(dsl, row), workspace, runs));
            requireEnds(runs, changes);
            write(dsl, row.getId(), active, changes);
        }
        return active.size() == maxRuns;
    }

    private static AuditEvent deletionOf(DSLContext dsl, WorkspacesRecord row) {
        return new JooqAuditTrail(dsl)
                .find(new AuditEventId(row.getDeletionEventId()))
                .orElseThrow();
    }

    private static void requireEnds(List<Run> runs, List<RunChange> changes) {
        if (changes.size() != runs.size() || !changes.stream().allMatch(DoomedRows::isEndAlone)) {
            throw new IllegalArgumentException("not an end of each of " + runs.size() + " runs in their order");
        }
        for (int i = 0; i < changes.size(); i++) {
            RunChangeWriter.requireSameRun(runs.get(i), changes.get(i).run());
        }
    }

    /** Nothing else is written here, so that nothing else may be asked for. */
    private static boolean isEndAlone(RunChange change) {
        return change.run().status().isFinal()
                && change.report().isEmpty()
                && change.settled().isEmpty();
    }

    /** With few statements, however many runs: the counters change once, the rest goes in batches. */
    private static void write(DSLContext dsl, int workspaceId, List<RunsRecord> active, List<RunChange> changes) {
        List<RunsRecord> rows = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            RunsRecord row = RunRows.movingColumns(changes.get(i).run());
            row.setOrd(active.get(i).getOrd());
            rows.add(row);
        }
        dsl.batchUpdate(rows).execute();
        changes.stream()
                .collect(Collectors.groupingBy(change -> change.run().status(), Collectors.counting()))
                .forEach((status, ended) -> RunChangeWriter.count(dsl, workspaceId, status, ended));
        AuditRows.insert(
                dsl, changes.stream().flatMap(change -> change.audit().stream()).toList());
    }
}
