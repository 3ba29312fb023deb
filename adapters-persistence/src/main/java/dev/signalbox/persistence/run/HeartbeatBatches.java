package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static org.jooq.impl.DSL.any;

import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.persistence.together.Gathering;
import dev.signalbox.persistence.together.Gathering.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;

/** What many runners say at about the same time: read by one statement, kept by another, answered after the commit. */
final class HeartbeatBatches {

    /** Failures that may come of one heartbeat; all others would come again with each. */
    private static final Set<SQLStateClass> OF_ONE = Set.of(
            SQLStateClass.C22_DATA_EXCEPTION,
            SQLStateClass.C23_INTEGRITY_CONSTRAINT_VIOLATION,
            SQLStateClass.C40_TRANSACTION_ROLLBACK);

    private record Sign(RunId run, Function<RunInWorkspace, Optional<Heartbeat>> made) {}

    private record Kept(long ord, Heartbeat heartbeat) {}

    private final DSLContext dsl;
    private final Gathering<Sign, Optional<RunInWorkspace>> gathering;

    HeartbeatBatches(DSLContext dsl, Duration pause) {
        this.dsl = dsl;
        this.gathering = new Gathering<>(
                pause,
                this::keep,
                failure -> failure instanceof DataAccessException data && OF_ONE.contains(data.sqlStateClass()));
    }

    /** As the port promises it; whatever the function or the database throws is thrown here. */
    Optional<RunInWorkspace> beat(RunId run, Function<RunInWorkspace, Optional<Heartbeat>> sign) {
        return gathering.ask(new Sign(run, sign));
    }

    private void keep(List<Asked<Sign, Optional<RunInWorkspace>>> batch) {
        Map<String, Record> rows = rows(batch);
        List<Kept> kept = new ArrayList<>();
        List<Runnable> answers = new ArrayList<>();
        for (Asked<Sign, Optional<RunInWorkspace>> one : batch) {
            Sign sign = one.question();
            Optional<Record> row = Optional.ofNullable(rows.get(sign.run.value()));
            try {
                // A row that makes no run fails the one who asks for it, and nobody else.
                Optional<RunInWorkspace> seen = row.map(RunPlaces::toRunInWorkspace);
                seen.flatMap(sign.made)
                        .map(heartbeat -> new Kept(row.orElseThrow().get(RUNS.ORD), heartbeat))
                        .ifPresent(kept::add);
                answers.add(() -> one.answer(seen));
            } catch (RuntimeException refused) {
                answers.add(() -> one.refuse(refused));
            }
        }
        write(kept);
        answers.forEach(Runnable::run);
    }

    private Map<String, Record> rows(List<Asked<Sign, Optional<RunInWorkspace>>> batch) {
        String[] ids =
                batch.stream().map(one -> one.question().run.value()).distinct().toArray(String[]::new);
        return dsl.select(RunPlaces.COLUMNS)
                .from(RunPlaces.SOURCE)
                .where(RUNS.EXTERNAL_ID.eq(any(ids)))
                .fetchMap(RUNS.EXTERNAL_ID, row -> row);
    }

    /** A statement changes a row once, so that what comes second from a run is kept by a second statement. */
    private void write(List<Kept> kept) {
        List<Kept> left = new ArrayList<>(kept);
        while (!left.isEmpty()) {
            Map<Long, Heartbeat> byRun = new TreeMap<>();
            left.removeIf(one -> byRun.putIfAbsent(one.ord, one.heartbeat) == null);
            HeartbeatRows.keep(dsl, byRun);
        }
    }
}
