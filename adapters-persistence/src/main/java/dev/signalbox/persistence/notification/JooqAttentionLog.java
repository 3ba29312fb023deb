package dev.signalbox.persistence.notification;

import static dev.signalbox.persistence.jooq.Tables.ATTENTION_LOG;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import dev.signalbox.domain.attention.Problem;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.out.AttentionLog;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Why runs are known to need attention, in PostgreSQL. */
public final class JooqAttentionLog implements AttentionLog {

    private final DSLContext dsl;

    /** Reads and writes through the context, each act in a transaction of its own. */
    public JooqAttentionLog(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Set<Problem> note(Set<Problem> problems, Instant now, Instant lately, Instant forgottenAfter) {
        Set<Problem> unknown = new LinkedHashSet<>(problems);
        dsl.deleteFrom(ATTENTION_LOG)
                .where(ATTENTION_LOG.NOTED_AT.lt(forgottenAfter))
                .andNot(isOneOf(problems))
                .execute();
        dsl.update(ATTENTION_LOG)
                .set(ATTENTION_LOG.NOTED_AT, now)
                .where(isOneOf(problems))
                .and(ATTENTION_LOG.NOTED_AT.le(lately))
                .execute();
        dsl.select(ATTENTION_LOG.RUN_ID, ATTENTION_LOG.KIND)
                .from(ATTENTION_LOG)
                .where(isOneOf(problems))
                .forEach(known -> unknown.remove(new Problem(new RunId(known.value1()), known.value2())));
        return unknown;
    }

    /** As two arrays, however many there are. */
    private static Condition isOneOf(Set<Problem> problems) {
        List<Problem> listed = List.copyOf(problems);
        return condition(
                "({0}, {1}) in (select * from unnest({2}, {3}))",
                ATTENTION_LOG.RUN_ID,
                ATTENTION_LOG.KIND,
                val(listed.stream().map(problem -> problem.run().value()).toArray(String[]::new)),
                val(listed.stream().map(Problem::kind).toArray(String[]::new)));
    }

    @Override
    public void begin(String kind, Notification notification) {
        dsl.transaction(transaction -> {
            int added = transaction
                    .dsl()
                    .insertInto(ATTENTION_LOG)
                    .set(ATTENTION_LOG.RUN_ID, notification.run().value())
                    .set(ATTENTION_LOG.KIND, kind)
                    .set(ATTENTION_LOG.NOTED_AT, notification.at())
                    .onConflictDoNothing()
                    .execute();
            if (added == 1) {
                OutboxRows.insert(transaction.dsl(), notification);
            }
        });
    }
}
