package dev.signalbox.persistence.notification;

import static dev.signalbox.persistence.jooq.Tables.ATTENTION_LOG;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.val;

import dev.signalbox.domain.attention.Problem;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.out.AttentionLog;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.persistence.jooq.tables.records.AttentionLogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Why runs are known to need attention, in PostgreSQL. */
public final class JooqAttentionLog implements AttentionLog {

    private final DSLContext dsl;

    /** Reads and writes through the context, each act in a transaction of its own. */
    public JooqAttentionLog(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Map<Problem, Instant> note(Set<Problem> problems, Instant now, Instant lately, Instant forgottenAfter) {
        dsl.deleteFrom(ATTENTION_LOG)
                .where(ATTENTION_LOG.NOTED_AT.lt(forgottenAfter))
                .andNot(isOneOf(problems))
                .execute();
        dsl.update(ATTENTION_LOG)
                .set(ATTENTION_LOG.NOTED_AT, now)
                .where(isOneOf(problems))
                .and(ATTENTION_LOG.NOTED_AT.le(lately))
                .execute();
        return dsl.selectFrom(ATTENTION_LOG)
                .where(isOneOf(problems))
                .fetchMap(JooqAttentionLog::toProblem, AttentionLogRecord::getSince);
    }

    private static Problem toProblem(AttentionLogRecord row) {
        return new Problem(
                new RunId(row.getRunId()), RunStatus.ofWireName(row.getStatus()).orElseThrow(), row.getKind());
    }

    /** As three arrays, however many there are. */
    private static Condition isOneOf(Set<Problem> problems) {
        List<Problem> listed = List.copyOf(problems);
        return condition(
                "({0}, {1}, {2}) in (select * from unnest({3}, {4}, {5}))",
                ATTENTION_LOG.RUN_ID,
                ATTENTION_LOG.STATUS,
                ATTENTION_LOG.KIND,
                texts(listed, problem -> problem.run().value()),
                texts(listed, problem -> problem.status().wireName()),
                texts(listed, Problem::kind));
    }

    private static Field<String[]> texts(List<Problem> problems, Function<Problem, String> text) {
        return val(problems.stream().map(text).toArray(String[]::new));
    }

    @Override
    public void begin(Problem problem, Instant since, Notification notification) {
        dsl.transaction(transaction -> {
            int begun = transaction
                    .dsl()
                    .insertInto(ATTENTION_LOG)
                    .set(ATTENTION_LOG.RUN_ID, problem.run().value())
                    .set(ATTENTION_LOG.STATUS, problem.status().wireName())
                    .set(ATTENTION_LOG.KIND, problem.kind())
                    .set(ATTENTION_LOG.NOTED_AT, notification.at())
                    .set(ATTENTION_LOG.SINCE, since)
                    .onConflict(ATTENTION_LOG.RUN_ID, ATTENTION_LOG.STATUS, ATTENTION_LOG.KIND)
                    .doUpdate()
                    .set(ATTENTION_LOG.NOTED_AT, excluded(ATTENTION_LOG.NOTED_AT))
                    .set(ATTENTION_LOG.SINCE, excluded(ATTENTION_LOG.SINCE))
                    .where(ATTENTION_LOG.SINCE.lt(since))
                    .execute();
            if (begun == 1) {
                OutboxRows.insert(transaction.dsl(), notification);
            }
        });
    }
}
