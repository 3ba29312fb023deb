package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_LOG_CHUNKS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.signalbox.domain.port.out.Logs;
import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import dev.signalbox.persistence.jooq.tables.RunLogChunks;
import dev.signalbox.persistence.jooq.tables.records.RunLogChunksRecord;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Logs in PostgreSQL.
 *
 * <p>Whoever appends locks the row of the run, and no other, so that chunks follow each other without a gap.
 */
public final class JooqLogs implements Logs {

    /** PostgreSQL knows a stored value's length without reading the value. */
    private static final Field<Long> END =
            RUN_LOG_CHUNKS.START.plus(field("octet_length({0})", Long.class, RUN_LOG_CHUNKS.BYTES));

    /** In bytes; with no more, PostgreSQL keeps a row whole in its page, so that to write it anew costs little. */
    private static final int JOINED = 1_900;

    private final DSLContext dsl;

    /** Reads and writes through the context, in the transaction it stands in, else in one of its own. */
    public JooqLogs(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public RunLog find(RunId run) {
        return log(dsl, run, RUN_LOG_CHUNKS.RUN_ORD.eq(ordOf(run)));
    }

    private static RunLog log(DSLContext dsl, RunId run, Condition isOfRun) {
        return dsl.select(END)
                .from(RUN_LOG_CHUNKS)
                .where(isOfRun)
                .orderBy(RUN_LOG_CHUNKS.START.desc())
                .limit(1)
                .fetchOptional(END)
                .map(end -> new RunLog(run, end))
                .orElseGet(() -> new RunLog(run, 0));
    }

    @Override
    public Optional<RunLog> append(RunId run, Function<RunLog, LogBytes> more) {
        return dsl.transactionResult(transaction -> transaction
                .dsl()
                .select(RUNS.ORD)
                .from(RUNS)
                .where(RUNS.EXTERNAL_ID.eq(run.value()))
                .forNoKeyUpdate()
                .fetchOptional(RUNS.ORD)
                .map(ord -> append(transaction.dsl(), run, ord, more)));
    }

    private static RunLog append(DSLContext dsl, RunId run, long ord, Function<RunLog, LogBytes> more) {
        RunLog before = log(dsl, run, RUN_LOG_CHUNKS.RUN_ORD.eq(ord));
        LogBytes bytes = more.apply(before);
        if (bytes.length() > 0 && !isJoined(dsl, ord, before, bytes)) {
            dsl.insertInto(RUN_LOG_CHUNKS)
                    .set(RUN_LOG_CHUNKS.RUN_ORD, ord)
                    .set(RUN_LOG_CHUNKS.START, before.size())
                    .set(RUN_LOG_CHUNKS.BYTES, bytes.toArray())
                    .execute();
        }
        return new RunLog(run, before.size() + bytes.length());
    }

    /**
     * Puts them behind those of the last chunk, if they find room there: else a runner that sends byte after byte would
     * make millions of rows.
     */
    private static boolean isJoined(DSLContext dsl, long ord, RunLog before, LogBytes bytes) {
        Field<byte[]> joined = field("{0} || {1}", byte[].class, RUN_LOG_CHUNKS.BYTES, val(bytes.toArray()));
        return bytes.length() < JOINED
                && dsl.update(RUN_LOG_CHUNKS)
                                .set(RUN_LOG_CHUNKS.BYTES, joined)
                                .where(RUN_LOG_CHUNKS.RUN_ORD.eq(ord))
                                .and(RUN_LOG_CHUNKS.START.ge(before.size() + bytes.length() - JOINED))
                                .and(END.eq(before.size()))
                                .execute()
                        == 1;
    }

    @Override
    public LogBytes read(RunId run, long offset, int limit) {
        if (offset >= RunLog.MAX_SIZE || limit == 0) {
            return LogBytes.NONE;
        }
        ByteArrayOutputStream slice = new ByteArrayOutputStream(limit);
        chunks(run, offset, offset + limit).forEach(chunk -> {
            byte[] bytes = chunk.getBytes();
            int from = Math.clamp(offset - chunk.getStart(), 0, bytes.length);
            int to = (int) Math.min(bytes.length, offset + limit - chunk.getStart());
            slice.write(bytes, from, to - from);
        });
        return LogBytes.of(slice.toByteArray());
    }

    /** Those that hold bytes from the offset to the end, in order; the first may end before. */
    private List<RunLogChunksRecord> chunks(RunId run, long offset, long end) {
        RunLogChunks earlier = RUN_LOG_CHUNKS.as("earlier");
        Field<Long> ord = ordOf(run);
        Field<Long> first = field(select(max(earlier.START))
                .from(earlier)
                .where(earlier.RUN_ORD.eq(ord))
                .and(earlier.START.le(offset)));
        return dsl.selectFrom(RUN_LOG_CHUNKS)
                .where(RUN_LOG_CHUNKS.RUN_ORD.eq(ord))
                .and(RUN_LOG_CHUNKS.START.ge(first))
                .and(RUN_LOG_CHUNKS.START.lt(end))
                .orderBy(RUN_LOG_CHUNKS.START)
                .fetch();
    }

    private static Field<Long> ordOf(RunId run) {
        return field(select(RUNS.ORD).from(RUNS).where(RUNS.EXTERNAL_ID.eq(run.value())));
    }
}
