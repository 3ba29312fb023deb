package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Counting without counting: runs that have ended are in the counters of their workspaces, those that have not are few.
 * Within a window of time the runs themselves are counted, as no counter knows of it. The parts are common table
 * expressions of one statement, which ends in one row, {@code counted}, with a column per status.
 */
final class OverviewCounts {

    private OverviewCounts() {}

    /** The parts, each resting on those before it. */
    static List<CommonTableExpression<?>> parts(SearchCondition search) {
        List<CommonTableExpression<?>> parts = new ArrayList<>();
        if (search.window().isEmpty() || !search.isEverywhere()) {
            parts.add(MatchingWorkspaces.found(search.workspaces()));
        }
        if (search.window().isPresent()) {
            parts.add(name("counted").as(countedIn(search.window().get(), search)));
            return parts;
        }
        parts.add(name("finished").as(finished()));
        parts.add(name("active").as(countRuns(RUNS, StatusColumns.ACTIVE, activeIn(search))));
        search.byId()
                .ifPresent(condition -> parts.add(name("by_id")
                        .as(countRuns(RunCandidates.WITH_WORKSPACES, List.of(RunStatus.values()), condition))));
        parts.add(name("counted").as(counted(search.byId().isPresent())));
        return parts;
    }

    private static Select<?> countedIn(Condition window, SearchCondition search) {
        if (search.isEverywhere()) {
            Select<?> active = countRuns(
                    RUNS, StatusColumns.ACTIVE, StatusColumns.isActive(RUNS).and(window));
            return select(Arrays.stream(RunStatus.values())
                            .map(status -> status.isFinal() ? countOne(status, window) : column("active", status))
                            .toList())
                    .from(active.asTable("active"));
        }
        return search.byId().isPresent()
                ? countRuns(RunCandidates.WITH_WORKSPACES, List.of(RunStatus.values()), search.runs())
                : countRuns(
                        RUNS,
                        List.of(RunStatus.values()),
                        MatchingWorkspaces.isOfOne().and(window));
    }

    /** Each by itself, as the index that begins with the status, and holds the ord, then answers alone. */
    private static Field<Long> countOne(RunStatus status, Condition window) {
        return field(select(count().cast(SQLDataType.BIGINT))
                        .from(RUNS)
                        .where(StatusColumns.isIn(RUNS, List.of(status)))
                        .and(window))
                .as(status.wireName());
    }

    private static Select<?> finished() {
        List<Field<?>> sums = new ArrayList<>();
        for (RunStatus status : RunStatus.values()) {
            StatusColumns.counter(status)
                    .map(counter -> MatchingWorkspaces.column(counter))
                    .map(counter -> coalesce(sum(counter).cast(SQLDataType.BIGINT), inline(0L)))
                    .ifPresent(sum -> sums.add(sum.as(status.wireName())));
        }
        return select(sums).from(MatchingWorkspaces.TABLE);
    }

    /** Everything found needs no list of workspaces: the index of the active runs is read as it is. */
    private static Condition activeIn(SearchCondition search) {
        Condition active = StatusColumns.isActive(RUNS);
        return search.isEverywhere() ? active : active.and(MatchingWorkspaces.isOfOne());
    }

    private static Select<?> countRuns(Table<?> from, Collection<RunStatus> statuses, Condition condition) {
        List<Field<?>> counts = new ArrayList<>();
        for (RunStatus status : statuses) {
            counts.add(count().filterWhere(RUNS.STATUS.eq(inline(status.wireName())))
                    .cast(SQLDataType.BIGINT)
                    .as(status.wireName()));
        }
        return select(counts).from(from).where(condition);
    }

    private static Select<?> counted(boolean byId) {
        List<Field<?>> counts = new ArrayList<>();
        for (RunStatus status : RunStatus.values()) {
            Field<Long> inWorkspaces = column(status.isFinal() ? "finished" : "active", status);
            counts.add((byId ? inWorkspaces.plus(column("by_id", status)) : inWorkspaces).as(status.wireName()));
        }
        var tables = select(counts).from(name("finished")).crossJoin(name("active"));
        return byId ? tables.crossJoin(name("by_id")) : tables;
    }

    /** The columns of the row {@code counted}. */
    static List<Field<Long>> columns() {
        return Arrays.stream(RunStatus.values())
                .map(status -> column("counted", status))
                .toList();
    }

    /** How many runs the filter leaves, to be used anywhere in the statement. */
    static Field<Long> total(Optional<? extends Collection<RunStatus>> statuses) {
        Field<Long> sum =
                statuses.<Collection<RunStatus>>map(only -> only).orElseGet(() -> List.of(RunStatus.values())).stream()
                        .sorted()
                        .map(status -> column("counted", status))
                        .reduce(inline(0L), Field::plus);
        return field(select(sum).from(name("counted")));
    }

    static StatusCounts toCounts(Record row) {
        Map<RunStatus, Long> counts = new EnumMap<>(RunStatus.class);
        for (RunStatus status : RunStatus.values()) {
            counts.put(status, row.get(column("counted", status)));
        }
        return new StatusCounts(counts);
    }

    private static Field<Long> column(String table, RunStatus status) {
        return field(name(table, status.wireName()), Long.class);
    }
}
