package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACE_SETTINGS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.signalbox.domain.attention.Suspicion;
import dev.signalbox.domain.attention.WatchedWorkspace;
import dev.signalbox.domain.port.out.WatchedRuns;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.persistence.directory.DirectoryRows;
import dev.signalbox.persistence.jooq.tables.Runs;
import dev.signalbox.persistence.settings.SettingRows;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** What the rules of attention read, in PostgreSQL: each answer is one statement over the few runs that are watched. */
public final class JooqWatchedRuns implements WatchedRuns {

    private static final Field<SettingValues> SETTINGS = multiset(
                    select(WORKSPACE_SETTINGS.NAME, WORKSPACE_SETTINGS.VALUE)
                            .from(WORKSPACE_SETTINGS)
                            .where(WORKSPACE_SETTINGS.WORKSPACE_ID.eq(WORKSPACES.ID)))
            .as("settings")
            .convertFrom(SettingRows::toValues);

    private static final Runs AHEAD = RUNS.as("ahead");

    private final DSLContext dsl;

    /** Reads through the context, in the transaction it stands in. */
    public JooqWatchedRuns(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<WatchedWorkspace> suspects(Suspicion suspicion) {
        return watched(
                SuspectedRuns.workspaces(suspicion), select(RUNS.ORD).from(RUNS).where(StatusColumns.isActive(RUNS)));
    }

    @Override
    public List<WatchedWorkspace> around(Set<RunId> runs) {
        Condition isOneOf = RUNS.EXTERNAL_ID.in(runs.stream().map(RunId::value).toList());
        return watched(
                select(RUNS.WORKSPACE_ID).from(RUNS).where(isOneOf),
                select(RUNS.ORD)
                        .from(RUNS)
                        .where(isOneOf)
                        .and(StatusColumns.isActive(RUNS))
                        .union(firstInTurn()));
    }

    /** The first of each wanted workspace that others may wait for. */
    private static Select<Record1<Long>> firstInTurn() {
        Field<Long> ord = field(name("first", "ord"), Long.class);
        return select(ord)
                .from(name("wanted"))
                .crossJoin(lateral(select(AHEAD.ORD)
                                .from(AHEAD)
                                .where(AHEAD.WORKSPACE_ID.eq(field(name("wanted", "id"), Integer.class)))
                                .andNot(AHEAD.PLAN_ONLY)
                                .and(StatusColumns.isActive(AHEAD))
                                .orderBy(AHEAD.ORD)
                                .limit(1))
                        .asTable("first", "ord"));
    }

    private List<WatchedWorkspace> watched(Select<Record1<Integer>> workspaces, Select<Record1<Long>> active) {
        return dsl
                .with(name("wanted").fields("id").as(workspaces))
                .select(WORKSPACES.ID, WORKSPACES.LOCKED_AT, WORKSPACES.LOCK_ACCOUNT_ID)
                .select(WORKSPACES.LOCK_BY_NAME, WORKSPACES.LOCK_REASON, SETTINGS)
                .select(WatchedRows.COLUMNS)
                .from(watchedRuns(active))
                .where(WORKSPACES.ID.in(select(field(name("id"), Integer.class)).from(name("wanted"))))
                .orderBy(RUNS.ORD)
                .fetchGroups(WORKSPACES.ID)
                .values()
                .stream()
                .map(JooqWatchedRuns::toWorkspace)
                .toList();
    }

    /** In two halves, since no one index has all of them. */
    private static Table<?> watchedRuns(Select<Record1<Long>> active) {
        Field<Long> ord = field(name("watched", "ord"), Long.class);
        Table<?> watched = active.unionAll(select(RUNS.ORD).from(RUNS).where(RunPlaces.isOpen(RUNS)))
                .asTable("watched", "ord");
        return watched.join(RUNS)
                .on(RUNS.ORD.eq(ord))
                .join(WORKSPACES)
                .on(RUNS.WORKSPACE_ID.eq(WORKSPACES.ID).and(WORKSPACES.DELETED_AT.isNull()))
                .leftJoin(RUN_HEARTBEATS)
                .on(RUN_HEARTBEATS.RUN_ORD.eq(RUNS.ORD))
                .leftJoin(WatchedRows.FORCING)
                .on(trueCondition());
    }

    private static WatchedWorkspace toWorkspace(List<? extends Record> rows) {
        Record first = rows.getFirst();
        return new WatchedWorkspace(
                DirectoryRows.toLock(first.into(WORKSPACES)),
                first.get(SETTINGS),
                rows.stream().map(WatchedRows::toRun).toList());
    }
}
