package dev.signalbox.persistence.run;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunQuery;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Which runs a page of the overview shows: their ords.
 *
 * @param search what {@code query} searches for
 */
record OverviewPage(RunQuery query, SearchCondition search) {

    private static final Field<Long> CANDIDATE = field(name("candidates", "ord"), Long.class);

    /** One past the end reads nothing but the counts. */
    Select<Record1<Long>> ords() {
        PageRequest page = query.page();
        RunCandidates candidates = new RunCandidates(query.filter(), query.order(), search, search.window(), last());
        return select(CANDIDATE)
                .from(candidates.ords().asTable("candidates", "ord"))
                .where(OverviewCounts.total(query.filter().statuses()).gt(page.offset()))
                .orderBy(RunCandidates.ordered(query.order(), CANDIDATE))
                .limit(page.size())
                .offset(page.offset());
    }

    /** The position of the page's last run, from 1. */
    private long last() {
        long offset = query.page().offset();
        int size = query.page().size();
        return offset > Long.MAX_VALUE - size ? Long.MAX_VALUE : offset + size;
    }
}
