package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.queue.Blocker.RunAhead;
import dev.signalbox.domain.queue.OpenEnding;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.persistence.directory.DirectoryRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** What is going on in workspaces, told by one statement, however many they are and however much it is. */
final class UseRows {

    private static final Condition IS_ITS_ACTIVE_RUN =
            RUNS.WORKSPACE_ID.eq(WORKSPACES.ID).and(StatusColumns.isActive(RUNS));

    private static final Condition IS_RUNNING = IS_ITS_ACTIVE_RUN.and(StatusColumns.isIn(
            RUNS,
            Stream.of(RunStatus.values()).filter(RunStatus::isHeldByRunner).toList()));

    private static final Field<Optional<RunAhead>> OLDEST = multiset(select(RUNS.EXTERNAL_ID, RUNS.STATUS)
                    .from(RUNS)
                    .where(IS_ITS_ACTIVE_RUN)
                    .orderBy(RUNS.ORD)
                    .limit(1))
            .as("oldest")
            .convertFrom(rows -> rows.stream()
                    .findFirst()
                    .map(row -> new RunAhead(new RunId(row.value1()), RunRows.toStatus(row.value2()))));

    private static final Field<String[]> RUNNING = array(select(RUNS.EXTERNAL_ID)
                    .from(RUNS)
                    .where(IS_RUNNING)
                    .orderBy(RUNS.ORD)
                    .limit(WorkspaceUse.MAX_RUNNING))
            .as("running");

    private static final Field<Long> RUNNING_COUNT = field(
                    select(count().cast(SQLDataType.BIGINT)).from(RUNS).where(IS_RUNNING))
            .as("running_count");

    private static final Field<List<OpenEnding>> OPEN_ENDINGS = multiset(
                    select(RunPlaces.endingColumns(RUNS, RUN_HEARTBEATS))
                            .from(RUNS)
                            .leftJoin(RUN_HEARTBEATS)
                            .on(RUN_HEARTBEATS.RUN_ORD.eq(RUNS.ORD))
                            .where(RUNS.WORKSPACE_ID.eq(WORKSPACES.ID))
                            .and(RunPlaces.isOpen(RUNS))
                            .orderBy(RUNS.ORD))
            .as("open_endings")
            .convertFrom(rows -> rows.map(row -> RunPlaces.toOpenEnding(row, RUNS, RUN_HEARTBEATS)));

    private UseRows() {}

    /** Those of these numbers, in the order of their numbers. */
    static List<WorkspaceUse> of(DSLContext dsl, Integer[] workspaces) {
        return dsl.select(WORKSPACES.asterisk(), ORGANIZATIONS.NAME, OLDEST, RUNNING, RUNNING_COUNT, OPEN_ENDINGS)
                .from(WORKSPACES)
                .join(ORGANIZATIONS)
                .on(WORKSPACES.ORGANIZATION_ID.eq(ORGANIZATIONS.ID))
                .where(WORKSPACES.ID.eq(any(workspaces)))
                .orderBy(WORKSPACES.ID)
                .fetch(UseRows::toUse);
    }

    private static WorkspaceUse toUse(Record row) {
        return new WorkspaceUse(
                DirectoryRows.toWorkspace(row.into(WORKSPACES), row.get(ORGANIZATIONS.NAME)),
                row.get(OLDEST),
                Arrays.stream(row.get(RUNNING)).map(RunId::new).toList(),
                row.get(RUNNING_COUNT),
                row.get(OPEN_ENDINGS));
    }
}
