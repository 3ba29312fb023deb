package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.persistence.jooq.tables.records.RunHeartbeatsRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;

/** The newest sign of life of each run's runner, to its row and back. */
final class HeartbeatRows {

    /** Other bytes, also fewer, as of a new command; nothing told before is nothing printed. */
    private static final Condition TELLS_OF_CHANGE = excluded(RUN_HEARTBEATS.OUTPUT_BYTES)
            .ne(coalesce(RUN_HEARTBEATS.OUTPUT_BYTES, inline(0L)))
            .or(excluded(RUN_HEARTBEATS.OUTPUT_AT)
                    .isNotNull()
                    .and(excluded(RUN_HEARTBEATS.OUTPUT_AT).isDistinctFrom(RUN_HEARTBEATS.OUTPUT_AT)));

    /** What stays as it was told before where a sign of life does not tell it. */
    private static final List<Field<?>> TOLD = List.of(
            RUN_HEARTBEATS.OUTPUT_AT,
            RUN_HEARTBEATS.OUTPUT_BYTES,
            RUN_HEARTBEATS.HOST,
            RUN_HEARTBEATS.PROCESS_ID,
            RUN_HEARTBEATS.PROCESS_COUNT,
            RUN_HEARTBEATS.OUTPUT_TOLD_AT);

    private static final List<Field<?>> COLUMNS = List.of(
            RUN_HEARTBEATS.RUN_ORD,
            RUN_HEARTBEATS.HEARD_AT,
            RUN_HEARTBEATS.OUTPUT_AT,
            RUN_HEARTBEATS.OUTPUT_BYTES,
            RUN_HEARTBEATS.OUTPUT_TOLD_AT,
            RUN_HEARTBEATS.OUTPUT_GROWN_AT,
            RUN_HEARTBEATS.HOST,
            RUN_HEARTBEATS.PROCESS_ID,
            RUN_HEARTBEATS.PROCESS_COUNT,
            RUN_HEARTBEATS.LAST_LINES);

    private HeartbeatRows() {}

    /** The newest is the one that came last: after a clock was set back, a dead runner would else look alive long. */
    static void keep(DSLContext dsl, RunId run, Heartbeat heartbeat) {
        dsl.insertInto(RUN_HEARTBEATS, COLUMNS)
                .select(first(run, heartbeat))
                .onConflict(RUN_HEARTBEATS.RUN_ORD)
                .doUpdate()
                .set(RUN_HEARTBEATS.HEARD_AT, excluded(RUN_HEARTBEATS.HEARD_AT))
                .set(
                        RUN_HEARTBEATS.OUTPUT_GROWN_AT,
                        when(TELLS_OF_CHANGE, excluded(RUN_HEARTBEATS.HEARD_AT))
                                .otherwise(RUN_HEARTBEATS.OUTPUT_GROWN_AT))
                .set(TOLD.stream().collect(Collectors.toMap(field -> field, HeartbeatRows::newest)))
                .set(
                        RUN_HEARTBEATS.LAST_LINES,
                        when(excluded(RUN_HEARTBEATS.LAST_LINES).eq(new String[0]), RUN_HEARTBEATS.LAST_LINES)
                                .otherwise(excluded(RUN_HEARTBEATS.LAST_LINES)))
                .execute();
    }

    /** The row as it is if the run has none; nothing for a run that does not exist. */
    private static Select<?> first(RunId run, Heartbeat heartbeat) {
        RunnerProcess process = heartbeat.process();
        Instant told = heartbeat.tellsOfOutput() ? heartbeat.at() : null;
        Instant grown = heartbeat.tellsOfSomePrinted() ? heartbeat.at() : null;
        return select(
                        RUNS.ORD,
                        val(heartbeat.at(), RUN_HEARTBEATS.HEARD_AT),
                        val(heartbeat.outputAt().orElse(null), RUN_HEARTBEATS.OUTPUT_AT),
                        val(heartbeat.outputBytes().orElse(null), RUN_HEARTBEATS.OUTPUT_BYTES),
                        val(told, RUN_HEARTBEATS.OUTPUT_TOLD_AT),
                        val(grown, RUN_HEARTBEATS.OUTPUT_GROWN_AT),
                        val(process.host().orElse(null), RUN_HEARTBEATS.HOST),
                        val(process.id().orElse(null), RUN_HEARTBEATS.PROCESS_ID),
                        val(process.count().orElse(null), RUN_HEARTBEATS.PROCESS_COUNT),
                        val(heartbeat.lastLines().toArray(String[]::new), RUN_HEARTBEATS.LAST_LINES))
                .from(RUNS)
                .where(RUNS.EXTERNAL_ID.eq(run.value()));
    }

    /** What is not said stays as an earlier heartbeat said it. */
    private static <T> Field<T> newest(Field<T> column) {
        return coalesce(excluded(column), column);
    }

    static Optional<Heartbeat> last(DSLContext dsl, RunId run) {
        return dsl.select(RUN_HEARTBEATS.asterisk())
                .from(RUN_HEARTBEATS)
                .join(RUNS)
                .on(RUN_HEARTBEATS.RUN_ORD.eq(RUNS.ORD))
                .where(RUNS.EXTERNAL_ID.eq(run.value()))
                .fetchOptional(row -> toHeartbeat(row.into(RUN_HEARTBEATS)));
    }

    static Heartbeat toHeartbeat(RunHeartbeatsRecord row) {
        return new Heartbeat(
                row.getHeardAt(),
                Optional.ofNullable(row.getOutputAt()),
                Optional.ofNullable(row.getOutputBytes()),
                new RunnerProcess(
                        Optional.ofNullable(row.getHost()),
                        Optional.ofNullable(row.getProcessId()),
                        Optional.ofNullable(row.getProcessCount())),
                Arrays.asList(row.getLastLines()));
    }
}
