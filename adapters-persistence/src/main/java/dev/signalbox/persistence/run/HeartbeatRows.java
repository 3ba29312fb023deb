package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.persistence.jooq.tables.records.RunHeartbeatsRecord;
import java.lang.reflect.Array;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;

/** The newest sign of life of each run's runner, to its row and back. */
final class HeartbeatRows {

    private static final Condition TELLS_OF_ANOTHER_TIME = excluded(RUN_HEARTBEATS.OUTPUT_AT)
            .isNotNull()
            .and(RUN_HEARTBEATS
                    .OUTPUT_AT
                    .isNull()
                    .or(condition(
                            "{0} not between {1} - {2} and {1} + {2}",
                            excluded(RUN_HEARTBEATS.OUTPUT_AT),
                            RUN_HEARTBEATS.OUTPUT_AT,
                            inline(DayToSecond.valueOf(Heartbeat.TOLERANCE)))));

    /** {@link Heartbeat#tellsOfNewOutput} of the row that is kept, as the database sees it. */
    private static final Condition TELLS_OF_NEW_OUTPUT = excluded(RUN_HEARTBEATS.OUTPUT_BYTES)
            .ne(coalesce(RUN_HEARTBEATS.OUTPUT_BYTES, inline(0L)))
            .or(excluded(RUN_HEARTBEATS.OUTPUT_BYTES).isNull().and(TELLS_OF_ANOTHER_TIME));

    /** What stays as it was told before where a sign of life does not tell it. */
    private static final List<Field<?>> TOLD =
            List.of(RUN_HEARTBEATS.OUTPUT_BYTES, RUN_HEARTBEATS.HOST, RUN_HEARTBEATS.OUTPUT_TOLD_AT);

    /** What only the newest sign of life tells. */
    private static final List<Field<?>> PRESENT = List.of(
            RUN_HEARTBEATS.HEARD_AT,
            RUN_HEARTBEATS.PROCESS_ID,
            RUN_HEARTBEATS.PROCESS_COUNT,
            RUN_HEARTBEATS.PROCESS_IDS);

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
            RUN_HEARTBEATS.PROCESS_IDS,
            RUN_HEARTBEATS.LAST_LINES);

    private HeartbeatRows() {}

    /**
     * Keeps one for each run, by its ord; what has been deleted meanwhile is left out. The newest is the one that came
     * last: after a clock was set back, a dead runner would else look alive long.
     */
    static void keep(DSLContext dsl, Map<Long, Heartbeat> heartbeats) {
        dsl.insertInto(RUN_HEARTBEATS, COLUMNS)
                .select(first(heartbeats))
                .onConflict(RUN_HEARTBEATS.RUN_ORD)
                .doUpdate()
                .set(
                        RUN_HEARTBEATS.OUTPUT_GROWN_AT,
                        when(TELLS_OF_NEW_OUTPUT, excluded(RUN_HEARTBEATS.HEARD_AT))
                                .otherwise(RUN_HEARTBEATS.OUTPUT_GROWN_AT))
                .set(
                        RUN_HEARTBEATS.OUTPUT_AT,
                        when(TELLS_OF_NEW_OUTPUT, newest(RUN_HEARTBEATS.OUTPUT_AT))
                                .otherwise(coalesce(RUN_HEARTBEATS.OUTPUT_AT, excluded(RUN_HEARTBEATS.OUTPUT_AT))))
                .set(TOLD.stream().collect(Collectors.toMap(field -> field, HeartbeatRows::newest)))
                .set(PRESENT.stream().collect(Collectors.toMap(field -> field, DSL::excluded)))
                .set(
                        RUN_HEARTBEATS.LAST_LINES,
                        when(
                                        TELLS_OF_NEW_OUTPUT.or(excluded(RUN_HEARTBEATS.LAST_LINES)
                                                .ne(new String[0])),
                                        excluded(RUN_HEARTBEATS.LAST_LINES))
                                .otherwise(RUN_HEARTBEATS.LAST_LINES))
                .execute();
    }

    /** The rows as they are for runs that have none. All who write several take them in the same order. */
    private static Select<?> first(Map<Long, Heartbeat> heartbeats) {
        return select(COLUMNS.stream()
                        .map(column ->
                                column.getDataType().isArray() ? told(column).cast(column) : told(column))
                        .toList())
                .from(unnested(heartbeats))
                .join(RUNS)
                .on(RUNS.ORD.eq(told(RUN_HEARTBEATS.RUN_ORD)))
                .orderBy(RUNS.ORD);
    }

    private static <T> Field<T> told(Field<T> column) {
        return field(name("told", column.getName()), column.getDataType());
    }

    /** Columns as arrays, so that the statement is the same for any number of rows. */
    private static Table<?> unnested(Map<Long, Heartbeat> heartbeats) {
        Collection<Heartbeat> all = heartbeats.values();
        List<RunnerProcess> processes = all.stream().map(Heartbeat::process).toList();
        return table(
                        "unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10})",
                        column(RUN_HEARTBEATS.RUN_ORD, heartbeats.keySet(), ord -> ord),
                        column(RUN_HEARTBEATS.HEARD_AT, all, Heartbeat::at),
                        optional(RUN_HEARTBEATS.OUTPUT_AT, all, Heartbeat::outputAt),
                        optional(RUN_HEARTBEATS.OUTPUT_BYTES, all, Heartbeat::outputBytes),
                        optional(RUN_HEARTBEATS.OUTPUT_TOLD_AT, all, one -> at(one, one.tellsOfOutput())),
                        optional(RUN_HEARTBEATS.OUTPUT_GROWN_AT, all, one -> at(one, one.tellsOfSomePrinted())),
                        optional(RUN_HEARTBEATS.HOST, processes, RunnerProcess::host),
                        optional(RUN_HEARTBEATS.PROCESS_ID, processes, RunnerProcess::id),
                        optional(RUN_HEARTBEATS.PROCESS_COUNT, processes, RunnerProcess::count),
                        optional(
                                RUN_HEARTBEATS.HOST, processes, one -> one.ids().map(HeartbeatRows::arrayLiteral)),
                        column(RUN_HEARTBEATS.HOST, all, one -> arrayLiteral(one.lastLines())))
                .as("told", COLUMNS.stream().map(Field::getName).toArray(String[]::new));
    }

    private static Optional<Instant> at(Heartbeat heartbeat, boolean tells) {
        return tells ? Optional.of(heartbeat.at()) : Optional.empty();
    }

    private static <T, R> Field<T[]> optional(Field<T> like, Collection<R> rows, Function<R, Optional<T>> value) {
        return array(like, rows.stream().map(row -> value.apply(row).orElse(null)));
    }

    private static <T, R> Field<T[]> column(Field<T> like, Collection<R> rows, Function<R, T> value) {
        return array(like, rows.stream().map(value));
    }

    @SuppressWarnings("unchecked")
    private static <T> Field<T[]> array(Field<T> like, Stream<? extends @Nullable T> values) {
        return val(
                values.toArray(size -> (T[]) Array.newInstance(like.getType(), size)),
                like.getDataType().array());
    }

    /** An array of arrays would have to be a rectangle. */
    private static String arrayLiteral(List<?> elements) {
        return elements.stream()
                .map(element -> '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
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
                        Optional.ofNullable(row.getProcessCount()),
                        Optional.ofNullable(row.getProcessIds()).map(Arrays::asList)),
                Arrays.asList(row.getLastLines()));
    }
}
