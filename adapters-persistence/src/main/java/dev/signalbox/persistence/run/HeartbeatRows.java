package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_HEARTBEATS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunId;
import java.util.Optional;
import org.jooq.DSLContext;

/** The newest sign of life of each run's runner, to its row and back. */
final class HeartbeatRows {

    private HeartbeatRows() {}

    /** The newest is the one that came last: after a clock was set back, a dead runner would else look alive long. */
    static void keep(DSLContext dsl, RunId run, Heartbeat heartbeat) {
        dsl.insertInto(
                        RUN_HEARTBEATS,
                        RUN_HEARTBEATS.RUN_ORD,
                        RUN_HEARTBEATS.HEARD_AT,
                        RUN_HEARTBEATS.OUTPUT_AT,
                        RUN_HEARTBEATS.OUTPUT_BYTES)
                .select(select(
                                RUNS.ORD,
                                val(heartbeat.at(), RUN_HEARTBEATS.HEARD_AT),
                                val(heartbeat.outputAt().orElse(null), RUN_HEARTBEATS.OUTPUT_AT),
                                val(heartbeat.outputBytes().orElse(null), RUN_HEARTBEATS.OUTPUT_BYTES))
                        .from(RUNS)
                        .where(RUNS.EXTERNAL_ID.eq(run.value())))
                .onConflict(RUN_HEARTBEATS.RUN_ORD)
                .doUpdate()
                .set(RUN_HEARTBEATS.HEARD_AT, excluded(RUN_HEARTBEATS.HEARD_AT))
                .set(RUN_HEARTBEATS.OUTPUT_AT, coalesce(excluded(RUN_HEARTBEATS.OUTPUT_AT), RUN_HEARTBEATS.OUTPUT_AT))
                .set(
                        RUN_HEARTBEATS.OUTPUT_BYTES,
                        coalesce(excluded(RUN_HEARTBEATS.OUTPUT_BYTES), RUN_HEARTBEATS.OUTPUT_BYTES))
                .execute();
    }

    static Optional<Heartbeat> last(DSLContext dsl, RunId run) {
        return dsl.select(RUN_HEARTBEATS.HEARD_AT, RUN_HEARTBEATS.OUTPUT_AT, RUN_HEARTBEATS.OUTPUT_BYTES)
                .from(RUN_HEARTBEATS)
                .join(RUNS)
                .on(RUN_HEARTBEATS.RUN_ORD.eq(RUNS.ORD))
                .where(RUNS.EXTERNAL_ID.eq(run.value()))
                .fetchOptional(row -> new Heartbeat(
                        row.value1(), Optional.ofNullable(row.value2()), Optional.ofNullable(row.value3())));
    }
}
