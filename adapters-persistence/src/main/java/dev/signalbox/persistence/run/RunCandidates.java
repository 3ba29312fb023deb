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
import java.util.stream.Stream;
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
        if (newestOfAll && limit <= GATHERED) {
            return firstOfEach(select(MatchingWorkspaces.ID)
                    .from(MatchingWorkspaces.TABLE)
                    .where(MatchingWorkspaces.LAST_ORD.isNotNull())
                    .orderBy(MatchingWorkspaces.LAST_ORD.desc())
                    .limit(limit));
        }
        Condition few = MatchingWorkspaces.areFew(filter.statuses());
        // The limit tells the planner what the condition means; it would dread all that match, and plan the rest badly.
        Select<Record1<Long>> ofFew = firstOfEach(select(MatchingWorkspaces.ID)
                .from(MatchingWorkspaces.TABLE)
                .where(few)
                .and(MatchingWorkspaces.haveHad(filter.statuses()))
                .limit(MatchingWorkspaces.FEW));
        return ofFew.unionAll(first(RUNS, MatchingWorkspaces.isLookedUp().andNot(few)));
    }

    private Select<Record1<Long>> firstOfEach(Select<Record1<Integer>> workspaces) {
        Table<?> each = workspaces.asTable("each_of", "id");
        Condition ofOne = RUNS.WORKSPACE_ID.eq(field(name("each_of", "id"), Integer.class));
        Table<?> firstOfOne = lateral(first(RUNS, ofOne).asTable("first_of", "ord"));
        return select(field(name("first_of", "ord"), Long.class)).from(each).crossJoin(firstOfOne);
    }

    private Select<Record1<Long>> first(Table<?> from, Condition condition) {
        Condition bounded = within.map(condition::and).orElse(condition);
        return filter.statuses().map(statuses -> first(from, bounded, statuses)).orElseGet(() -> walked(from, bounded));
    }

    /**
     * Runs that have not ended are few and may be old: all of them are gathered, by their own index, not walked to. Of
     * those that have, a status may be as rare: each has its own walk, unless all are wanted.
     */
    private Select<Record1<Long>> first(Table<?> from, Condition condition, Set<RunStatus> statuses) {
        List<RunStatus> active =
                statuses.stream().filter(status -> !status.isFinal()).toList();
        List<RunStatus> ended =
                statuses.stream().filter(RunStatus::isFinal).sorted().toList();
        boolean allEnded = ended.size() + StatusColumns.ACTIVE.size() == RunStatus.values().length;
        Stream<List<RunStatus>> walks =
                allEnded ? Stream.of(ended) : ended.stream().map(List::of);
        Stream<Select<Record1<Long>>> gathering = active.isEmpty() && !ended.isEmpty()
                ? Stream.empty()
                : Stream.of(gathered(from, condition.and(StatusColumns.isIn(RUNS, active))));
        return Stream.concat(gathering, walks.map(walk -> walked(from, condition.and(StatusColumns.isIn(RUNS, walk)))))
                .reduce(Select::unionAll)
                .orElseThrow();
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
