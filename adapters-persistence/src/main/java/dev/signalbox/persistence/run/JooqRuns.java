package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Sequences.RUN_ORD_NUMBERS;
import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.queue.OpenEnding;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.Standing;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.jooq.tables.records.WorkspacesRecord;
import dev.signalbox.persistence.page.CountedPage;
import dev.signalbox.persistence.together.Gathering;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Runs in PostgreSQL.
 *
 * <p>Whoever adds or changes a run locks the row of its workspace first, so that no two of them see the same queue, and
 * that the workspace's counters and newest ord can be changed along with it without a deadlock.
 */
public final class JooqRuns implements Runs {

    private final DSLContext dsl;
    private final HeartbeatBatches heartbeats;

    /** Reads and writes through the context, in the transaction it stands in, else in one of its own. */
    public JooqRuns(DSLContext dsl) {
        this(dsl, Gathering.PAUSE);
    }

    /** Keeps heartbeats with that pause, or none, between one batch of them and the next. */
    public JooqRuns(DSLContext dsl, Duration beatPause) {
        this.dsl = dsl;
        this.heartbeats = new HeartbeatBatches(dsl, beatPause);
    }

    @Override
    public Optional<RunInWorkspace> add(Run run, List<AuditEvent> audit) {
        return dsl.transactionResult(transaction -> lockWorkspace(
                        transaction.dsl(),
                        WORKSPACES.EXTERNAL_ID.eq(run.workspace().value()).and(WORKSPACES.DELETED_AT.isNull()))
                .flatMap(workspace -> add(transaction.dsl(), workspace, run, audit)));
    }

    private static Optional<RunInWorkspace> add(
            DSLContext dsl, WorkspacesRecord workspace, Run run, List<AuditEvent> audit) {
        Optional<RunInWorkspace> submittedBefore = run.submission()
                .key()
                .flatMap(
                        key -> find(dsl, RUNS.WORKSPACE_ID.eq(workspace.getId()).and(RUNS.SUBMISSION_KEY.eq(key))));
        if (submittedBefore.isPresent()) {
            return submittedBefore;
        }
        long ord = RunOrd.next(
                run.createdAt(),
                dsl.nextval(RUN_ORD_NUMBERS),
                Stream.ofNullable(workspace.getLastOrd())
                        .mapToLong(Long::longValue)
                        .findFirst());
        dsl.insertInto(RUNS).set(RunRows.newRow(run, ord, workspace.getId())).execute();
        dsl.update(WORKSPACES)
                .set(WORKSPACES.LAST_ORD, ord)
                .where(WORKSPACES.ID.eq(workspace.getId()))
                .execute();
        RunChangeWriter.count(dsl, workspace.getId(), run.status(), 1);
        AuditRows.insert(dsl, audit);
        return find(dsl, RUNS.ORD.eq(ord));
    }

    @Override
    public Optional<RunInWorkspace> find(RunId id) {
        return find(dsl, RUNS.EXTERNAL_ID.eq(id.value()));
    }

    @Override
    public Optional<RunInWorkspace> findByPlan(PlanId id) {
        return find(dsl, RUNS.PLAN_ID.eq(id.value()));
    }

    @Override
    public Optional<RunInWorkspace> findByApply(ApplyId id) {
        return find(dsl, RUNS.APPLY_ID.eq(id.value()));
    }

    private static Optional<RunInWorkspace> find(DSLContext dsl, Condition condition) {
        return dsl.select(RunPlaces.COLUMNS)
                .from(RunPlaces.SOURCE)
                .where(condition)
                .fetchOptional(RunPlaces::toRunInWorkspace);
    }

    @Override
    public Page<RunInWorkspace> ofWorkspace(WorkspaceId workspace, WorkspaceRunQuery query) {
        return new CountedPage<>(
                        RUNS.ORD,
                        isOf(workspace).and(statusOf(query)),
                        RunCandidates.ordered(query.order(), RUNS.ORD),
                        countOf(workspace, query),
                        RunPlaces.SOURCE,
                        RunPlaces.COLUMNS)
                .fetch(dsl, query.page(), RunPlaces::toRunInWorkspace);
    }

    private static Condition isOf(WorkspaceId workspace) {
        return RUNS.WORKSPACE_ID.eq(
                select(WORKSPACES.ID).from(WORKSPACES).where(WORKSPACES.EXTERNAL_ID.eq(workspace.value())));
    }

    private static Condition statusOf(WorkspaceRunQuery query) {
        return query.statuses().map(only -> StatusColumns.isIn(RUNS, only)).orElseGet(DSL::noCondition);
    }

    /** From the workspace's counters and its runs that have not ended, as counting all would take ever longer. */
    private static Field<Long> countOf(WorkspaceId workspace, WorkspaceRunQuery query) {
        Field<Long> active = field(select(count().cast(SQLDataType.BIGINT))
                .from(RUNS)
                .where(RUNS.WORKSPACE_ID.eq(WORKSPACES.ID))
                .and(StatusColumns.isActive(RUNS))
                .and(statusOf(query)));
        Field<Long> all = Stream.of(RunStatus.values())
                .filter(query::takes)
                .flatMap(status -> StatusColumns.counter(status).stream())
                .<Field<Long>>map(counter -> counter)
                .reduce(active, Field::add);
        return coalesce(
                field(select(all)
                        .from(WORKSPACES)
                        .where(WORKSPACES.EXTERNAL_ID.eq(workspace.value()))
                        .and(WORKSPACES.DELETED_AT.isNull())),
                inline(0L));
    }

    @Override
    public List<OpenEnding> openEndings(WorkspaceId workspace) {
        return dsl.select(RunPlaces.endingColumns(RUNS, RUN_HEARTBEATS))
                .from(RUNS)
                .leftJoin(RUN_HEARTBEATS)
                .on(RUN_HEARTBEATS.RUN_ORD.eq(RUNS.ORD))
                .where(isOf(workspace))
                .and(RunPlaces.isOpen(RUNS))
                .orderBy(RUNS.ORD)
                .fetch(row -> RunPlaces.toOpenEnding(row, RUNS, RUN_HEARTBEATS));
    }

    @Override
    public Optional<RunInWorkspace> update(RunId id, Function<RunInWorkspace, RunChange> change) {
        return dsl.transactionResult(transaction -> {
            Condition isRun = RUNS.EXTERNAL_ID.eq(id.value());
            Condition isItsWorkspace =
                    WORKSPACES.ID.eq(select(RUNS.WORKSPACE_ID).from(RUNS).where(isRun));
            return lockWorkspace(transaction.dsl(), isItsWorkspace)
                    .flatMap(workspace -> lockRun(transaction.dsl(), isRun))
                    .map(row -> update(transaction.dsl(), row, change));
        });
    }

    /** Not so strong a lock that it would wait for, or hold up, whoever only refers to the row. */
    private static Optional<WorkspacesRecord> lockWorkspace(DSLContext dsl, Condition condition) {
        return dsl.selectFrom(WORKSPACES).where(condition).forNoKeyUpdate().fetchOptional();
    }

    private static Optional<? extends Record> lockRun(DSLContext dsl, Condition condition) {
        return dsl.select(RunPlaces.COLUMNS)
                .from(RunPlaces.SOURCE)
                .where(condition)
                .forNoKeyUpdate()
                .of(RUNS)
                .fetchOptional();
    }

    private static RunInWorkspace update(DSLContext dsl, Record row, Function<RunInWorkspace, RunChange> change) {
        RunInWorkspace before = RunPlaces.toRunInWorkspace(row);
        RunChange changed = change.apply(before);
        RunChangeWriter.write(dsl, row.get(RUNS.ORD), row.get(RUNS.WORKSPACE_ID), before.run(), changed);
        return new RunInWorkspace(
                changed.run(), before.workspace(), before.lastHeardAt(), before.ahead(), before.openEndings());
    }

    @Override
    public Map<RunId, Standing> standings(Set<RunId> runs) {
        return StandingRows.of(dsl, runs);
    }

    @Override
    public List<TimelineEntry> timeline(RunId id) {
        return TimelineRows.of(dsl, id);
    }

    @Override
    public Optional<RunInWorkspace> beat(RunId id, Function<RunInWorkspace, Optional<Heartbeat>> sign) {
        return heartbeats.beat(id, sign);
    }

    @Override
    public Optional<Heartbeat> lastHeartbeat(RunId id) {
        return HeartbeatRows.last(dsl, id);
    }
}
