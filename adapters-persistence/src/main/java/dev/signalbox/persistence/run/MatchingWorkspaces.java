package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.signalbox.domain.run.RunStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The workspaces that a list's filter finds, looked for once a statement, and what their counters tell of them. */
final class MatchingWorkspaces {

    /** The common table expression, which the whole statement may use. */
    static final Table<Record> TABLE = table(name("matching"));

    static final Field<Integer> ID = field(name("matching", "id"), Integer.class);

    /** The newest run; null if there never was one. */
    static final Field<Long> LAST_ORD = column(WORKSPACES.LAST_ORD);

    /** Up to so many it is cheaper to look into each of them than to walk all runs. */
    static final int FEW = 200;

    private MatchingWorkspaces() {}

    /** The common table expression itself. */
    static CommonTableExpression<?> found(Condition condition) {
        List<Field<?>> columns = new ArrayList<>(List.of(WORKSPACES.ID, WORKSPACES.LAST_ORD));
        Arrays.stream(RunStatus.values())
                .map(StatusColumns::counter)
                .flatMap(Optional::stream)
                .forEach(columns::add);
        return name("matching").as(select(columns).from(WORKSPACES).where(condition));
    }

    static Field<Long> column(Field<Long> ofWorkspaces) {
        return field(name("matching", ofWorkspaces.getName()), Long.class);
    }

    /** The run is in one of them. */
    static Condition isOfOne() {
        return RUNS.WORKSPACE_ID.in(select(ID).from(TABLE));
    }

    /** Likewise, in a form that the planner takes for no join, and so for no reason to leave the order of a walk. */
    static Condition isLookedUp() {
        return when(isOfOne(), inline(true)).eq(inline(true));
    }

    /** Those with runs in the statuses are so few that each may be looked into. It is asked once, before any run. */
    static Condition areFew(Optional<Set<RunStatus>> statuses) {
        return field(select(count()).from(TABLE).where(haveHad(statuses))).le(inline(FEW));
    }

    /** Leaves out those of which the counters tell that they have no run in the statuses. */
    static Condition haveHad(Optional<Set<RunStatus>> statuses) {
        return statuses.filter(wanted -> wanted.stream().allMatch(RunStatus::isFinal))
                .map(wanted -> or(wanted.stream()
                        .sorted()
                        .flatMap(status -> StatusColumns.counter(status).stream())
                        .map(counter -> column(counter).gt(inline(0L)))
                        .toList()))
                .orElseGet(() -> noCondition().and(LAST_ORD.isNotNull()));
    }
}
