package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.out.RunOverviews;
import dev.signalbox.domain.run.ExportedRun;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunPosition;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.StatusCounts;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.persistence.directory.DirectoryRows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Lists over all runs in PostgreSQL: each is one statement, and so of one snapshot, whatever the size of its page. */
public final class JooqRunOverviews implements RunOverviews {

    private static final List<SelectFieldOrAsterisk> COLUMNS =
            List.of(RUNS.asterisk(), WORKSPACES.asterisk(), ORGANIZATIONS.asterisk(), RUN_HEARTBEATS.HEARD_AT);

    private final DSLContext dsl;

    /** Reads through the context, in the transaction it stands in. */
    public JooqRunOverviews(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public RunOverview list(RunQuery query) {
        SearchCondition search = SearchCondition.of(query.filter());
        List<? extends Record> rows = dsl.with(OverviewCounts.parts(search))
                .select(OverviewCounts.columns())
                .select(COLUMNS)
                .from(table(name("counted"))
                        .leftJoin(runsOf(new OverviewPage(query, search).ords()))
                        .on(trueCondition()))
                .orderBy(RunCandidates.ordered(query.order(), RUNS.ORD))
                .fetch();
        // Without a run on the page there is still the row with the counts.
        StatusCounts counts = OverviewCounts.toCounts(rows.getFirst());
        List<RunOverview.Row> runs = rows.stream()
                .filter(row -> row.get(RUNS.ORD) != null)
                .map(JooqRunOverviews::toRow)
                .toList();
        long total = query.filter().statuses().map(counts::of).orElseGet(counts::total);
        return new RunOverview(new Page<>(runs, query.page(), total), counts);
    }

    @Override
    public List<ExportedRun> batch(RunFilter filter, RunOrder order, Optional<RunPosition> after, int limit) {
        SearchCondition search = SearchCondition.of(filter);
        Condition within = after.map(position -> after(position, order))
                .orElseGet(DSL::noCondition)
                .and(search.window().orElseGet(DSL::noCondition));
        Field<Long> ord = field(name("candidates", "ord"), Long.class);
        Select<Record1<Long>> first = select(ord)
                .from(new RunCandidates(filter, order, search, Optional.of(within), limit)
                        .ords()
                        .asTable("candidates", "ord"))
                .orderBy(RunCandidates.ordered(order, ord))
                .limit(limit);
        List<CommonTableExpression<?>> parts =
                search.isEverywhere() ? List.of() : List.of(MatchingWorkspaces.found(search.workspaces()));
        return dsl.with(parts)
                .select(COLUMNS)
                .from(runsOf(first))
                .orderBy(RunCandidates.ordered(order, RUNS.ORD))
                .fetch(row -> new ExportedRun(toRow(row), RunOrd.position(row.get(RUNS.ORD))));
    }

    private static Condition after(RunPosition position, RunOrder order) {
        return switch (order) {
            case NEWEST_FIRST -> RUNS.ORD.lt(RunOrd.of(position));
            case OLDEST_FIRST -> RUNS.ORD.gt(RunOrd.of(position));
        };
    }

    @Override
    public ActiveRuns active(RunFilter filter, int limit) {
        Result<Record2<String, Integer>> rows = dsl.select(RUNS.EXTERNAL_ID, count().over())
                .from(RUNS)
                .join(WORKSPACES)
                .on(RUNS.WORKSPACE_ID.eq(WORKSPACES.ID))
                .where(StatusColumns.isActive(RUNS))
                .and(WORKSPACES.DELETED_AT.isNull())
                .and(filter.statuses()
                        .map(only -> StatusColumns.isIn(RUNS, only))
                        .orElse(trueCondition()))
                .and(SearchCondition.of(filter).anywhere())
                .limit(limit)
                .fetch();
        return new ActiveRuns(
                rows.stream().map(row -> new RunId(row.value1())).collect(Collectors.toSet()),
                rows.isEmpty() ? 0 : rows.getFirst().value2());
    }

    private static Table<?> runsOf(Select<Record1<Long>> ords) {
        return ords.asTable("page", "ord")
                .join(RUNS)
                .on(RUNS.ORD.eq(field(name("page", "ord"), Long.class)))
                .join(WORKSPACES)
                .on(RUNS.WORKSPACE_ID.eq(WORKSPACES.ID))
                .join(ORGANIZATIONS)
                .on(WORKSPACES.ORGANIZATION_ID.eq(ORGANIZATIONS.ID))
                .leftJoin(RUN_HEARTBEATS)
                .on(RUN_HEARTBEATS.RUN_ORD.eq(RUNS.ORD));
    }

    private static RunOverview.Row toRow(Record row) {
        Workspace workspace = DirectoryRows.toWorkspace(row.into(WORKSPACES), row.get(ORGANIZATIONS.NAME));
        return new RunOverview.Row(
                RunRows.toRun(row.into(RUNS), workspace.id()),
                workspace,
                DirectoryRows.toOrganization(row.into(ORGANIZATIONS)),
                Optional.ofNullable(row.get(RUN_HEARTBEATS.HEARD_AT)));
    }
}
