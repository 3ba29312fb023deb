package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/**
 * The ords of the first runs that are found, in no order, and perhaps some of others that come after them.
 *
 * @param search what {@code filter} lets through, its statuses aside
 * @param within only runs in here, as far as an index on ords helps; absent for all
 * @param limit how many runs come first
 */
record RunCandidates(RunFilter filter, RunOrder order, SearchCondition search, Optional<Condition> within, long limit) {

    /** The runs with their workspaces, which is what {@link SearchCondition} speaks of. */
    static final Table<?> WITH_WORKSPACES = RUNS.join(WORKSPACES).on(RUNS.WORKSPACE_ID.eq(WORKSPACES.ID));

    /** Up to this many newest runs are gathered workspace by workspace. */
    private static final long GATHERED = PageRequest.MAX_SIZE;

    /** By ord, as it is asked for. */
    static <T> OrderField<T> ordered(RunOrder order, Field<T> ord) {
        return switch (order) {
            case NEWEST_FIRST -> ord.desc();
            case OLDEST_FIRST -> ord.asc();
        };
    }

    /** The ords, as the rows of a subquery. */
    Select<Record1<Long>> ords() {
        Select<Record1<Long>> inWorkspaces =
                search.isEverywhere() ? first(RUNS, noCondition()) : inMatchingWorkspaces();
        return search.byId()
                .<Select<Record1<Long>>>map(condition -> inWorkspaces.unionAll(first(WITH_WORKSPACES, condition)))
                .orElse(inWorkspaces);
    }

    /**
     * The newest m runs of many workspaces lie within the m workspaces whose newest runs are newest. So the first pages
     * cost no more where few runs match, or only old ones, than where many do; walking from the newest run on would.
     */
    private Select<Record1<Long>> inMatchingWorkspaces() {
        boolean newestOfAll = order == RunOrder.NEWEST_FIRST
                && within.isEmpty()
                && filter.statuses().isEmpty();
        if (!newestOfAll || limit > GATHERED) {
            return first(WITH_WORKSPACES, search.workspaces());
        }
        Field<Integer> id = field(name("matching", "id"), Integer.class);
        Field<Long> lastOrd = field(name("matching", "last_ord"), Long.class);
        Table<?> liveliest = select(id)
                .from(name("matching"))
                .where(lastOrd.isNotNull())
                .orderBy(lastOrd.desc())
                .limit(limit)
                .asTable("liveliest");
        Table<?> newest = lateral(first(RUNS, RUNS.WORKSPACE_ID.eq(field(name("liveliest", "id"), Integer.class)))
                .asTable("newest"));
        return select(field(name("newest", "ord"), Long.class)).from(liveliest).crossJoin(newest);
    }

    private Select<Record1<Long>> first(Table<?> from, Condition condition) {
        Condition bounded = within.map(condition::and).orElse(condition);
        return filter.statuses().map(statuses -> first(from, bounded, statuses)).orElseGet(() -> walked(from, bounded));
    }

    /** Runs that have not ended are few and may be old: all of them are gathered, by their own index, not walked to. */
    private Select<Record1<Long>> first(Table<?> from, Condition condition, Set<RunStatus> statuses) {
        List<RunStatus> ended = statuses.stream().filter(RunStatus::isFinal).toList();
        List<RunStatus> active =
                statuses.stream().filter(status -> !status.isFinal()).toList();
        Select<Record1<Long>> fewActive = gathered(from, condition.and(StatusColumns.isIn(RUNS, active)));
        Select<Record1<Long>> manyEnded = walked(from, condition.and(StatusColumns.isIn(RUNS, ended)));
        if (ended.isEmpty()) {
            return fewActive;
        }
        return active.isEmpty() ? manyEnded : fewActive.unionAll(manyEnded);
    }

    private Select<Record1<Long>> walked(Table<?> from, Condition condition) {
        return select(RUNS.ORD)
                .from(from)
                .where(condition)
                .orderBy(ordered(order, RUNS.ORD))
                .limit(limit);
    }

    /** The offset, of nothing, keeps the planner from the order, and so from walking the runs in that order. */
    private Select<Record1<Long>> gathered(Table<?> from, Condition condition) {
        Field<Long> ord = field(name("active", "ord"), Long.class);
        return select(ord)
                .from(select(RUNS.ORD).from(from).where(condition).offset(0).asTable("active", "ord"))
                .orderBy(ordered(order, ord))
                .limit(limit);
    }
}
