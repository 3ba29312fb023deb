package dev.signalbox.persistence.notification;

import static dev.signalbox.persistence.jooq.Tables.ATTENTION_LOG;
import static org.jooq.impl.DSL.any;

import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.out.AttentionLog;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Runs that are known to need attention, in PostgreSQL. */
public final class JooqAttentionLog implements AttentionLog {

    private final DSLContext dsl;

    /** Reads and writes through the context, each act in a transaction of its own. */
    public JooqAttentionLog(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Set<RunId> note(Set<RunId> needing, Instant now, Instant lately, Instant forgottenAfter) {
        Set<RunId> unknown = new LinkedHashSet<>(needing);
        dsl.deleteFrom(ATTENTION_LOG)
                .where(ATTENTION_LOG.NOTED_AT.lt(forgottenAfter))
                .andNot(isOneOf(needing))
                .execute();
        dsl.update(ATTENTION_LOG)
                .set(ATTENTION_LOG.NOTED_AT, now)
                .where(isOneOf(needing))
                .and(ATTENTION_LOG.NOTED_AT.le(lately))
                .execute();
        dsl.select(ATTENTION_LOG.RUN_ID)
                .from(ATTENTION_LOG)
                .where(isOneOf(needing))
                .forEach(known -> unknown.remove(new RunId(known.value1())));
        return unknown;
    }

    /** As one array, however many there are. */
    private static Condition isOneOf(Set<RunId> runs) {
        return ATTENTION_LOG.RUN_ID.eq(any(runs.stream().map(RunId::value).toArray(String[]::new)));
    }

    @Override
    public void begin(Notification notification) {
        dsl.transaction(transaction -> {
            int added = transaction
                    .dsl()
                    .insertInto(ATTENTION_LOG)
                    .set(ATTENTION_LOG.RUN_ID, notification.run().value())
                    .set(ATTENTION_LOG.NOTED_AT, notification.at())
                    .onConflictDoNothing()
                    .execute();
            if (added == 1) {
                OutboxRows.insert(transaction.dsl(), notification);
            }
        });
    }
}
