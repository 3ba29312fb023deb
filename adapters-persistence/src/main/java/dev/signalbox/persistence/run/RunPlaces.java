package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.signalbox.domain.queue.Blocker.RunAhead;
import dev.signalbox.domain.queue.OpenEnding;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.persistence.directory.DirectoryRows;
import dev.signalbox.persistence.jooq.tables.RunHeartbeats;
import dev.signalbox.persistence.jooq.tables.Runs;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;

/** Runs where they stand: what is read, in one statement, to know a run, its workspace, and what it waits for. */
final class RunPlaces {

    private static final Runs BEFORE = RUNS.as("before");

    private static final Table<?> AHEAD = lateral(select(BEFORE.EXTERNAL_ID, BEFORE.STATUS)
            .from(BEFORE)
            .where(waits(RUNS))
            .and(BEFORE.WORKSPACE_ID.eq(RUNS.WORKSPACE_ID))
            .and(BEFORE.ORD.lt(RUNS.ORD))
            .andNot(BEFORE.PLAN_ONLY)
            .and(StatusColumns.isActive(BEFORE))
            .orderBy(BEFORE.ORD)
            .limit(1)
            .asTable("ahead"));

    private static final Field<String> AHEAD_ID = field(name("ahead", "external_id"), String.class);
    private static final Field<String> AHEAD_STATUS = field(name("ahead", "status"), String.class);

    private static final Runs ENDED = RUNS.as("ended");
    private static final RunHeartbeats ENDED_HEARTBEATS = RUN_HEARTBEATS.as("ended_heartbeats");

    private static final Field<List<OpenEnding>> OTHER_OPEN_ENDINGS = multiset(
                    select(endingColumns(ENDED, ENDED_HEARTBEATS))
                            .from(ENDED)
                            .leftJoin(ENDED_HEARTBEATS)
                            .on(ENDED_HEARTBEATS.RUN_ORD.eq(ENDED.ORD))
                            .where(waits(RUNS))
                            .and(ENDED.WORKSPACE_ID.eq(RUNS.WORKSPACE_ID))
                            .and(ENDED.ORD.ne(RUNS.ORD))
                            .and(isOpen(ENDED))
                            .orderBy(ENDED.ORD))
            .as("open_endings")
            .convertFrom(rows -> rows.map(row -> toOpenEnding(row, ENDED, ENDED_HEARTBEATS)));

    /** The tables, run by run, but for those of workspaces that are being deleted: nobody finds them any more. */
    static final Table<?> SOURCE = RUNS.join(WORKSPACES)
            .on(RUNS.WORKSPACE_ID.eq(WORKSPACES.ID).and(WORKSPACES.DELETED_AT.isNull()))
            .join(ORGANIZATIONS)
            .on(WORKSPACES.ORGANIZATION_ID.eq(ORGANIZATIONS.ID))
            .leftJoin(RUN_HEARTBEATS)
            .on(RUN_HEARTBEATS.RUN_ORD.eq(RUNS.ORD))
            .leftJoin(AHEAD)
            .on(trueCondition());

    /** What {@link #toRunInWorkspace} reads of {@link #SOURCE}. */
    static final List<SelectFieldOrAsterisk> COLUMNS = List.of(
            RUNS.asterisk(),
            WORKSPACES.asterisk(),
            ORGANIZATIONS.NAME,
            RUN_HEARTBEATS.HEARD_AT,
            AHEAD_ID,
            AHEAD_STATUS,
            OTHER_OPEN_ENDINGS);

    private RunPlaces() {}

    /** Only such a run can wait for others, so for any other they are not looked up. */
    private static Condition waits(Runs runs) {
        return runs.STATUS.eq(inline(RunStatus.PENDING.wireName())).andNot(runs.PLAN_ONLY);
    }

    /** What {@link #toOpenEnding} reads. */
    static List<Field<?>> endingColumns(Runs runs, RunHeartbeats heartbeats) {
        return List.of(
                runs.EXTERNAL_ID,
                runs.ENDING_PHASE,
                runs.ENDING_REQUESTED_AT,
                runs.ENDING_ACKNOWLEDGED_AT,
                heartbeats.HEARD_AT);
    }

    /** A run of the queue that ended without its process being known to be gone, or released. */
    static Condition isOpen(Runs runs) {
        return runs.ENDING_REQUESTED_AT
                .isNotNull()
                .and(runs.ENDING_GONE_AT.isNull())
                .and(runs.ENDING_RELEASED_AT.isNull())
                .andNot(StatusColumns.isActive(runs))
                .andNot(runs.PLAN_ONLY);
    }

    /** What is open has neither a gone nor a released instant, so that these need not be read. */
    static OpenEnding toOpenEnding(Record row, Runs runs, RunHeartbeats heartbeats) {
        return new OpenEnding(
                new RunId(row.get(runs.EXTERNAL_ID)),
                RunRows.toEnding(row.into(runs)).orElseThrow(),
                Optional.ofNullable(row.get(heartbeats.HEARD_AT)));
    }

    static RunInWorkspace toRunInWorkspace(Record row) {
        Workspace workspace = DirectoryRows.toWorkspace(row.into(WORKSPACES), row.get(ORGANIZATIONS.NAME));
        return new RunInWorkspace(
                RunRows.toRun(row.into(RUNS), workspace.id()),
                workspace,
                Optional.ofNullable(row.get(RUN_HEARTBEATS.HEARD_AT)),
                Optional.ofNullable(row.get(AHEAD_ID))
                        .map(id -> new RunAhead(new RunId(id), RunRows.toStatus(row.get(AHEAD_STATUS)))),
                row.get(OTHER_OPEN_ENDINGS));
    }
}
