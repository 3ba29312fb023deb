package dev.signalbox.persistence.audit;

import static dev.signalbox.persistence.jooq.Tables.AUDIT_EVENTS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.persistence.page.CountedPage;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** The audit trail in PostgreSQL. */
public final class JooqAuditTrail implements AuditTrail {

    private static final CountedPage<Long> ALL = new CountedPage<>(
            AUDIT_EVENTS.ID,
            noCondition(),
            AUDIT_EVENTS.ID.desc(),
            field(select(count().cast(SQLDataType.BIGINT)).from(AUDIT_EVENTS)),
            AUDIT_EVENTS,
            List.of(AUDIT_EVENTS.asterisk()));

    private final DSLContext dsl;

    /** Reads and writes through the context, in the transaction it stands in. */
    public JooqAuditTrail(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void add(AuditEvent event) {
        AuditRows.insert(dsl, event);
    }

    @Override
    public List<AuditEvent> ofRun(RunId run) {
        return dsl.selectFrom(AUDIT_EVENTS)
                .where(AUDIT_EVENTS.RUN_ID.eq(run.value()))
                .orderBy(AUDIT_EVENTS.ID)
                .fetch(AuditRows::toEvent);
    }

    @Override
    public Optional<AuditEvent> find(AuditEventId id) {
        return dsl.selectFrom(AUDIT_EVENTS)
                .where(AUDIT_EVENTS.EXTERNAL_ID.eq(id.value()))
                .fetchOptional(AuditRows::toEvent);
    }

    @Override
    public List<AuditEvent> newest(AuditQuery query, Optional<AuditEventId> after, int limit) {
        if (after.isEmpty()) {
            return newest(AuditConditions.of(query), limit);
        }
        // Read first, as a comparison with a subquery finds no index.
        return dsl.select(AUDIT_EVENTS.AT, AUDIT_EVENTS.ID)
                .from(AUDIT_EVENTS)
                .where(AUDIT_EVENTS.EXTERNAL_ID.eq(after.get().value()))
                .fetchOptional()
                .map(last -> newest(
                        AuditConditions.of(query)
                                .and(row(AUDIT_EVENTS.AT, AUDIT_EVENTS.ID).lt(last.value1(), last.value2())),
                        limit))
                .orElse(List.of());
    }

    private List<AuditEvent> newest(Condition condition, int limit) {
        return dsl.selectFrom(AUDIT_EVENTS)
                .where(condition)
                .orderBy(AUDIT_EVENTS.AT.desc(), AUDIT_EVENTS.ID.desc())
                .limit(limit)
                .fetch(AuditRows::toEvent);
    }

    @Override
    public Page<AuditEvent> list(PageRequest page) {
        return ALL.fetch(dsl, page, row -> AuditRows.toEvent(row.into(AUDIT_EVENTS)));
    }
}
