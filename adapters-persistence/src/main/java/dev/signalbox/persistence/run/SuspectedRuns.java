package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.signalbox.domain.attention.Suspicion;
import dev.signalbox.domain.run.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/** Where runs may need attention: a suspicion as conditions that few runs meet, however many there are. */
final class SuspectedRuns {

    private SuspectedRuns() {}

    /** The workspaces, perhaps more than once. */
    static Select<Record1<Integer>> workspaces(Suspicion suspicion) {
        Select<Record1<Integer>> overLimits = select(RUNS.WORKSPACE_ID)
                .from(RUNS)
                .leftJoin(RUN_HEARTBEATS)
                .on(RUN_HEARTBEATS.RUN_ORD.eq(RUNS.ORD))
                .where(StatusColumns.isActive(RUNS))
                .and(isUnheard(suspicion)
                        .or(isQuiet(suspicion))
                        .or(isLate(suspicion))
                        .or(RUNS.ENDING_PHASE.isNotNull()));
        Select<Record1<Integer>> ended = select(RUNS.WORKSPACE_ID).from(RUNS).where(RunPlaces.isOpen(RUNS));
        Select<Record1<Integer>> locked =
                select(WORKSPACES.ID).from(WORKSPACES).where(WORKSPACES.LOCKED_AT.isNotNull());
        return overLimits.unionAll(ended).unionAll(locked);
    }

    /** Of which no runner was ever heard, too: whether one is lost or none came, the rules say. */
    private static Condition isUnheard(Suspicion suspicion) {
        Instant least = suspicion.heardUntil();
        return StatusColumns.isIn(RUNS, Suspicion.needingRunner())
                .and(coalesce(RUN_HEARTBEATS.HEARD_AT, val(least, RUN_HEARTBEATS.HEARD_AT))
                        .le(least));
    }

    private static Condition isQuiet(Suspicion suspicion) {
        Field<Instant> longest = field(
                "{0} - make_interval(secs => {1})",
                RUN_HEARTBEATS.OUTPUT_TOLD_AT.getDataType(),
                RUN_HEARTBEATS.OUTPUT_TOLD_AT,
                inline((double) suspicion.quiet().toSeconds(), SQLDataType.DOUBLE));
        return StatusColumns.isIn(RUNS, Suspicion.printing())
                .and(coalesce(RUN_HEARTBEATS.OUTPUT_GROWN_AT, longest)
                        .le(longest)
                        .or(RUN_HEARTBEATS.OUTPUT_GROWN_AT.gt(suspicion.ahead())));
    }

    private static Condition isLate(Suspicion suspicion) {
        List<Condition> late = new ArrayList<>();
        for (RunStatus status : RunStatus.values()) {
            suspicion
                    .inStatusSince(status)
                    .ifPresent(since -> StatusColumns.enteredAt(status)
                            .ifPresent(at -> late.add(
                                    RUNS.STATUS.eq(inline(status.wireName())).and(at.le(since)))));
        }
        return or(late);
    }
}
