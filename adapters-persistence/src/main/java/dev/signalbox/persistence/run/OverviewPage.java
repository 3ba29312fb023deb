package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunStatus;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/**
 * Which runs a page of the overview shows: their ords, newest first.
 *
 * @param search what {@code query} searches for
 */
record OverviewPage(RunQuery query, SearchCondition search) {

    /** The ord of a run on the page. */
    static final Field<Long> ORD = field(name("page", "ord"), Long.class);

    /** Up to this many newest runs are gathered workspace by workspace. */
    private static final long GATHERED = PageRequest.MAX_SIZE;

    private static final Field<Long> CANDIDATE = field(name("candidates", "ord"), Long.class);

    /** One past the end reads nothing but the counts. */
    Select<Record1<Long>> ords() {
        PageRequest page = query.page();
        return select(CANDIDATE)
                .from(candidates().asTable("candidates", "ord"))
                .where(OverviewCounts.total(query.statuses()).gt(page.offset()))
                .orderBy(CANDIDATE.desc())
                .limit(page.size())
                .offset(page.offset());
    }

    private Select<Record1<Long>> candidates() {
        Select<Record1<Long>> inWorkspaces = search.isAll() ? newest(RUNS, noCondition()) : inMatchingWorkspaces();
        return search.byId()
                .<Select<Record1<Long>>>map(condition -> inWorkspaces.unionAll(newest(withWorkspaces(), condition)))
                .orElse(inWorkspaces);
    }

    /**
     * The newest m runs of many workspaces lie within the m workspaces whose newest runs are newest. So the first pages
     * cost no more where few runs match, or only old ones, than where many do; walking from the newest run on would.
     */
    private Select<Record1<Long>> inMatchingWorkspaces() {
        if (query.statuses().isPresent() || last() > GATHERED) {
            return newest(withWorkspaces(), search.workspaces());
        }
        Field<Integer> id = field(name("matching", "id"), Integer.class);
        Field<Long> lastOrd = field(name("matching", "last_ord"), Long.class);
        Table<?> liveliest = select(id)
                .from(name("matching"))
                .where(lastOrd.isNotNull())
                .orderBy(lastOrd.desc())
                .limit(last())
                .asTable("liveliest");
        Table<?> newest = lateral(newest(RUNS, RUNS.WORKSPACE_ID.eq(field(name("liveliest", "id"), Integer.class)))
                .asTable("newest"));
        return select(field(name("newest", "ord"), Long.class)).from(liveliest).crossJoin(newest);
    }

    private Select<Record1<Long>> newest(Table<?> from, Condition condition) {
        return query.statuses()
                .map(statuses -> newest(from, condition, statuses))
                .orElseGet(() -> walked(from, condition));
    }

    /** Runs that have not ended are few and may be old: all of them are gathered, by their own index, not walked to. */
    private Select<Record1<Long>> newest(Table<?> from, Condition condition, Set<RunStatus> statuses) {
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
                .orderBy(RUNS.ORD.desc())
                .limit(last());
    }

    /** The offset, of nothing, keeps the planner from the order, and so from walking the runs in that order. */
    private Select<Record1<Long>> gathered(Table<?> from, Condition condition) {
        Field<Long> ord = field(name("active", "ord"), Long.class);
        return select(ord)
                .from(select(RUNS.ORD).from(from).where(condition).offset(0).asTable("active", "ord"))
                .orderBy(ord.desc())
                .limit(last());
    }

    /** The position of the page's last run, from 1. */
    private long last() {
        long offset = query.page().offset();
        int size = query.page().size();
        return offset > Long.MAX_VALUE - size ? Long.MAX_VALUE : offset + size;
    }

    private static Table<?> withWorkspaces() {
        return RUNS.join(WORKSPACES).on(RUNS.WORKSPACE_ID.eq(WORKSPACES.ID));
    }
}
