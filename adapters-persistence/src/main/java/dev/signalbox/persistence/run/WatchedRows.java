package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.AUDIT_EVENTS;
import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.attention.Forcing;
import dev.signalbox.domain.attention.Output;
import dev.signalbox.domain.attention.WatchedRun;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.persistence.jooq.tables.AuditEvents;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Rows to runs as the rules of attention read them; not the whole row, as there may be thousands. */
final class WatchedRows {

    private static final AuditEvents FORCED = AUDIT_EVENTS.as("forced");

    /** Who forced the run to an end, of one whose process may still be there; not looked for of any other. */
    static final Table<?> FORCING = lateral(select(AUDIT_EVENTS.ACTOR_NAME, AUDIT_EVENTS.REASON)
                    .from(AUDIT_EVENTS)
                    .where(RunPlaces.isOpen(RUNS))
                    .and(AUDIT_EVENTS.RUN_ID.eq(RUNS.EXTERNAL_ID))
                    .and(AUDIT_EVENTS.ACTION.in(Arrays.stream(AuditAction.values())
                            .filter(AuditAction::isForcedEnd)
                            .map(AuditAction::label)
                            .toList()))
                    .orderBy(AUDIT_EVENTS.ID.desc())
                    .limit(inline(1)))
            .asTable(FORCED.getUnqualifiedName());

    /** What {@link #toRun} reads. */
    static final List<Field<?>> COLUMNS = columns();

    private WatchedRows() {}

    private static List<Field<?>> columns() {
        Stream<Field<?>> entered =
                Arrays.stream(RunStatus.values()).flatMap(status -> StatusColumns.enteredAt(status).stream());
        Stream<Field<?>> others = Stream.of(
                RUNS.ORD,
                RUNS.EXTERNAL_ID,
                RUNS.STATUS,
                RUNS.PLAN_ONLY,
                RUNS.SUBMISSION_KEY,
                RUNS.RUNNER_ACCOUNT_ID,
                RUNS.ENDING_PHASE,
                RUNS.ENDING_REQUESTED_AT,
                RUNS.ENDING_ACKNOWLEDGED_AT,
                RUNS.ENDING_GONE_AT,
                RUNS.ENDING_RELEASED_AT,
                RUNS.ENDING_SIGNAL,
                RUNS.ENDING_EXIT_CODE,
                RUN_HEARTBEATS.HEARD_AT,
                RUN_HEARTBEATS.OUTPUT_TOLD_AT,
                RUN_HEARTBEATS.OUTPUT_GROWN_AT,
                RUN_HEARTBEATS.LAST_LINES,
                FORCED.ACTOR_NAME,
                FORCED.REASON);
        return Stream.concat(others, entered).toList();
    }

    static WatchedRun toRun(Record row) {
        RunStatus status = RunRows.toStatus(row.get(RUNS.STATUS));
        return new WatchedRun(
                new RunId(row.get(RUNS.EXTERNAL_ID)),
                status,
                StatusColumns.enteredAt(status)
                        .<Instant>map(row::get)
                        .orElseGet(() -> RunOrd.submittedAt(row.get(RUNS.ORD))),
                row.get(RUNS.PLAN_ONLY),
                row.get(RUNS.SUBMISSION_KEY) != null,
                row.get(RUNS.RUNNER_ACCOUNT_ID) != null,
                RunRows.toEnding(row.into(RUNS)),
                Optional.ofNullable(row.get(RUN_HEARTBEATS.HEARD_AT)),
                Optional.ofNullable(row.get(RUN_HEARTBEATS.OUTPUT_TOLD_AT))
                        .map(told -> new Output(
                                told,
                                Optional.ofNullable(row.get(RUN_HEARTBEATS.OUTPUT_GROWN_AT)),
                                Heartbeat.lastLine(List.of(row.get(RUN_HEARTBEATS.LAST_LINES))))),
                Optional.ofNullable(row.get(FORCED.ACTOR_NAME))
                        .map(name -> new Forcing(name, Optional.ofNullable(row.get(FORCED.REASON)))));
    }
}
