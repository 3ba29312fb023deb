package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.BULK_ENDS;
import static dev.signalbox.persistence.jooq.Tables.BULK_END_RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkEndState;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTally;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.port.out.RunChange.Settled;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.persistence.audit.ActorColumns;
import dev.signalbox.persistence.jooq.tables.BulkEndRuns;
import dev.signalbox.persistence.jooq.tables.records.BulkEndRunsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The runs of bulk ends to rows and back. */
final class BulkTargetRows {

    private static final String WAITING = BulkOutcome.WAITING.label();

    /** How many of the runs of a row of {@code bulk_ends} have come to which outcome. */
    static final Field<BulkTally> TALLY = multiset(select(BULK_END_RUNS.OUTCOME, count())
                    .from(BULK_END_RUNS)
                    .where(BULK_END_RUNS.BULK_END_ID.eq(BULK_ENDS.ID))
                    .groupBy(BULK_END_RUNS.OUTCOME))
            .as("tally")
            .convertFrom(rows -> new BulkTally(rows.intoMap(
                    row -> toOutcome(row.value1()), row -> row.value2().longValue())));

    private BulkTargetRows() {}

    /** Those of the runs that have not ended, in the order in which their ends lock the fewest of each other's rows. */
    static int insert(DSLContext dsl, int bulkEnd, Set<RunId> runs) {
        String[] ids = runs.stream().map(RunId::value).toArray(String[]::new);
        return dsl.insertInto(
                        BULK_END_RUNS,
                        BULK_END_RUNS.BULK_END_ID,
                        BULK_END_RUNS.TURN,
                        BULK_END_RUNS.RUN_ID,
                        BULK_END_RUNS.OUTCOME)
                .select(select(
                                val(bulkEnd),
                                rowNumber().over().orderBy(RUNS.WORKSPACE_ID, RUNS.ORD),
                                RUNS.EXTERNAL_ID,
                                inline(WAITING))
                        .from(RUNS)
                        .where(RUNS.EXTERNAL_ID.eq(any(ids)))
                        .and(StatusColumns.isActive(RUNS)))
                .execute();
    }

    /**
     * Keeps an outcome in the transaction of the run's end. The lock on the bulk end makes whoever halts it wait for
     * what is being ended, so that nothing is ended after they have their answer, nor in the old name once another has
     * resumed it.
     */
    static void settle(DSLContext dsl, Settled settled) {
        if (!settledIfOpen(dsl, settled)) {
            String id = settled.bulkEnd().id().value();
            String state = dsl.select(BULK_ENDS.STATE)
                    .from(BULK_ENDS)
                    .where(BULK_ENDS.EXTERNAL_ID.eq(id))
                    .fetchSingle(Record1::value1);
            throw new Refused(new Refusal.BulkEndHalted(id, state));
        }
    }

    static boolean settledIfOpen(DSLContext dsl, Settled settled) {
        BulkEnd turn = settled.bulkEnd();
        return dsl.selectFrom(BULK_ENDS)
                .where(BULK_ENDS.EXTERNAL_ID.eq(turn.id().value()))
                .and(BULK_ENDS.STATE.eq(BulkEndState.RUNNING.label()))
                .forShare()
                .fetchOptional()
                .filter(row -> ActorColumns.toActor(row).equals(turn.requestedBy()))
                .filter(row -> settle(dsl, row.getId(), settled.target()))
                .isPresent();
    }

    private static boolean settle(DSLContext dsl, int bulkEnd, BulkTarget target) {
        return dsl.update(BULK_END_RUNS)
                        .set(BULK_END_RUNS.OUTCOME, target.outcome().label())
                        .set(
                                BULK_END_RUNS.FROM_STATUS,
                                target.from().map(RunStatus::wireName).orElse(null))
                        .set(BULK_END_RUNS.SETTLED_AT, target.at().orElse(null))
                        .where(BULK_END_RUNS.BULK_END_ID.eq(bulkEnd))
                        .and(BULK_END_RUNS.RUN_ID.eq(target.run().value()))
                        .and(BULK_END_RUNS.OUTCOME.eq(inline(WAITING)))
                        .execute()
                == 1;
    }

    /** What is still waiting is left from then on. */
    static void leave(DSLContext dsl, int bulkEnd, Instant at) {
        dsl.update(BULK_END_RUNS)
                .set(BULK_END_RUNS.OUTCOME, BulkOutcome.LEFT.label())
                .set(BULK_END_RUNS.SETTLED_AT, at)
                .where(BULK_END_RUNS.BULK_END_ID.eq(bulkEnd))
                .and(isWaiting())
                .execute();
    }

    static List<BulkTarget> batch(DSLContext dsl, BulkEndId id, Optional<RunId> after, int limit) {
        BulkEndRuns last = BULK_END_RUNS.as("last");
        Condition isLater = after.map(run -> BULK_END_RUNS.TURN.gt(select(last.TURN)
                        .from(last)
                        .where(last.BULK_END_ID.eq(keyOf(id)))
                        .and(last.RUN_ID.eq(run.value()))))
                .orElseGet(DSL::noCondition);
        return dsl.selectFrom(BULK_END_RUNS)
                .where(isOf(id))
                .and(isLater)
                .orderBy(BULK_END_RUNS.TURN)
                .limit(limit)
                .fetch(BulkTargetRows::toTarget);
    }

    static Condition isOf(BulkEndId id) {
        return BULK_END_RUNS.BULK_END_ID.eq(keyOf(id));
    }

    private static Select<Record1<Integer>> keyOf(BulkEndId id) {
        return select(BULK_ENDS.ID).from(BULK_ENDS).where(BULK_ENDS.EXTERNAL_ID.eq(id.value()));
    }

    /** In the words of the index {@code bulk_end_runs_waiting}. */
    static Condition isWaiting() {
        return BULK_END_RUNS.OUTCOME.eq(inline(WAITING));
    }

    static BulkTarget toTarget(BulkEndRunsRecord row) {
        return new BulkTarget(
                new RunId(row.getRunId()),
                toOutcome(row.getOutcome()),
                Optional.ofNullable(row.getFromStatus()).map(RunRows::toStatus),
                Optional.ofNullable(row.getSettledAt()));
    }

    private static BulkOutcome toOutcome(String label) {
        return BulkOutcome.ofLabel(label).orElseThrow();
    }
}
