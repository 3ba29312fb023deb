package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.BULK_ENDS;
import static dev.signalbox.persistence.jooq.Tables.BULK_END_RUNS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkEndState;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTally;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.BulkEnds;
import dev.signalbox.domain.port.out.RunChange.Settled;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.persistence.audit.ActorColumns;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.jooq.tables.records.BulkEndsRecord;
import dev.signalbox.persistence.page.CountedPage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.SQLDataType;

/** Bulk ends in PostgreSQL. */
public final class JooqBulkEnds implements BulkEnds {

    private static final List<SelectFieldOrAsterisk> COLUMNS = List.of(BULK_ENDS.asterisk(), BulkTargetRows.TALLY);

    private static final CountedPage<Integer> ALL = new CountedPage<>(
            BULK_ENDS.ID,
            noCondition(),
            BULK_ENDS.ID.desc(),
            field(select(count().cast(SQLDataType.BIGINT)).from(BULK_ENDS)),
            BULK_ENDS,
            COLUMNS);

    private final DSLContext dsl;

    /** Reads and writes through the context, in the transaction it stands in, else in one of its own. */
    public JooqBulkEnds(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public long add(BulkEnd bulkEnd, Set<RunId> runs, long expected, AuditEvent audit) {
        return dsl.transactionResult(transaction -> {
            DSLContext within = transaction.dsl();
            int id = within.insertInto(BULK_ENDS)
                    .set(toRow(bulkEnd))
                    .returning(BULK_ENDS.ID)
                    .fetchSingle()
                    .getId();
            int actual = BulkTargetRows.insert(within, id, runs);
            if (actual == expected) {
                AuditRows.insert(within, audit);
            } else {
                within.deleteFrom(BULK_ENDS).where(BULK_ENDS.ID.eq(id)).execute();
            }
            return (long) actual;
        });
    }

    @Override
    public Optional<BulkEnd> find(BulkEndId id) {
        return find(dsl, isThe(id));
    }

    private static Optional<BulkEnd> find(DSLContext dsl, Condition condition) {
        return dsl.select(COLUMNS).from(BULK_ENDS).where(condition).fetchOptional(JooqBulkEnds::toBulkEnd);
    }

    @Override
    public Page<BulkEnd> list(PageRequest page) {
        return ALL.fetch(dsl, page, JooqBulkEnds::toBulkEnd);
    }

    @Override
    public Page<BulkTarget> targets(BulkEndId id, Set<BulkOutcome> only, PageRequest page) {
        Condition wanted = only.isEmpty()
                ? noCondition()
                : BULK_END_RUNS.OUTCOME.in(only.stream().map(BulkOutcome::label).toList());
        Condition where = BulkTargetRows.isOf(id).and(wanted);
        Field<Long> total = field(
                select(count().cast(SQLDataType.BIGINT)).from(BULK_END_RUNS).where(where));
        return new CountedPage<>(
                        BULK_END_RUNS.TURN,
                        where,
                        BULK_END_RUNS.TURN,
                        total,
                        // Turns are the keys of one bulk end only.
                        select(BULK_END_RUNS.asterisk())
                                .from(BULK_END_RUNS)
                                .where(BulkTargetRows.isOf(id))
                                .asTable(BULK_END_RUNS),
                        List.of(BULK_END_RUNS.asterisk()))
                .fetch(dsl, page, row -> BulkTargetRows.toTarget(row.into(BULK_END_RUNS)));
    }

    @Override
    public List<BulkTarget> batch(BulkEndId id, Optional<RunId> after, int limit) {
        return BulkTargetRows.batch(dsl, id, after, limit);
    }

    @Override
    public Optional<BulkEnd> move(BulkEndId id, UnaryOperator<BulkEnd> move, Optional<AuditEvent> audit) {
        return dsl.transactionResult(transaction -> transaction
                .dsl()
                .select(BULK_ENDS.ID)
                .from(BULK_ENDS)
                .where(isThe(id))
                .forUpdate()
                .fetchOptional(BULK_ENDS.ID)
                .map(key -> moved(transaction.dsl(), key, move, audit)));
    }

    /** Read only once the row is locked, so that the tally has what was ended until then. */
    private static BulkEnd moved(DSLContext dsl, int key, UnaryOperator<BulkEnd> move, Optional<AuditEvent> audit) {
        BulkEnd before = find(dsl, BULK_ENDS.ID.eq(key)).orElseThrow();
        BulkEnd after = move.apply(before);
        if (after.equals(before)) {
            return before;
        }
        BulkEndsRecord row = new BulkEndsRecord();
        ActorColumns.write(after.requestedBy(), row);
        row.setState(after.state().label());
        row.setStateSince(after.stateSince());
        dsl.update(BULK_ENDS).set(row).where(BULK_ENDS.ID.eq(key)).execute();
        if (after.state() == BulkEndState.STOPPED) {
            BulkTargetRows.leave(dsl, key, after.stateSince());
        }
        audit.ifPresent(event -> AuditRows.insert(dsl, event));
        return find(dsl, BULK_ENDS.ID.eq(key)).orElseThrow();
    }

    @Override
    public Optional<BulkEnd> lease(String worker, Instant now, Instant until) {
        Condition isFree =
                BULK_ENDS.WORKER.isNull().or(BULK_ENDS.WORKER.eq(worker)).or(BULK_ENDS.LEASED_UNTIL.le(now));
        return dsl.transactionResult(transaction -> transaction
                .dsl()
                .update(BULK_ENDS)
                .set(BULK_ENDS.WORKER, worker)
                .set(BULK_ENDS.LEASED_UNTIL, until)
                .where(BULK_ENDS.ID.eq(select(BULK_ENDS.ID)
                        .from(BULK_ENDS)
                        .where(BULK_ENDS.STATE.eq(inline(BulkEndState.RUNNING.label())))
                        .and(isFree)
                        .orderBy(BULK_ENDS.LEASED_UNTIL.asc().nullsFirst(), BULK_ENDS.ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returning()
                .fetchOptional()
                .map(row -> toBulkEnd(row, BulkTally.waiting(0))));
    }

    @Override
    public List<RunId> waiting(BulkEndId id, int limit) {
        return dsl.select(BULK_END_RUNS.RUN_ID)
                .from(BULK_END_RUNS)
                .where(BulkTargetRows.isOf(id))
                .and(BulkTargetRows.isWaiting())
                .orderBy(BULK_END_RUNS.TURN)
                .limit(limit)
                .fetch(row -> new RunId(row.value1()));
    }

    @Override
    public void settle(BulkEnd bulkEnd, BulkTarget target) {
        dsl.transaction(transaction -> BulkTargetRows.settledIfOpen(transaction.dsl(), new Settled(bulkEnd, target)));
    }

    private static Condition isThe(BulkEndId id) {
        return BULK_ENDS.EXTERNAL_ID.eq(id.value());
    }

    private static BulkEndsRecord toRow(BulkEnd bulkEnd) {
        BulkEndsRecord row = new BulkEndsRecord();
        row.setExternalId(bulkEnd.id().value());
        row.setRequestedAt(bulkEnd.requestedAt());
        ActorColumns.write(bulkEnd.requestedBy(), row);
        row.setEndStatus(bulkEnd.end().status().wireName());
        row.setReason(bulkEnd.reason());
        row.setFilter(bulkEnd.filter().orElse(null));
        row.setState(bulkEnd.state().label());
        row.setStateSince(bulkEnd.stateSince());
        return row;
    }

    private static BulkEnd toBulkEnd(Record found) {
        return toBulkEnd(found.into(BULK_ENDS), found.get(BulkTargetRows.TALLY));
    }

    private static BulkEnd toBulkEnd(BulkEndsRecord row, BulkTally tally) {
        return new BulkEnd(
                new BulkEndId(row.getExternalId()),
                ActorColumns.toActor(row),
                row.getRequestedAt(),
                ForcedEnd.ofWireName(row.getEndStatus()).orElseThrow(),
                row.getReason(),
                Optional.ofNullable(row.getFilter()),
                toState(row.getState()),
                row.getStateSince(),
                tally);
    }

    private static BulkEndState toState(String label) {
        return Arrays.stream(BulkEndState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
