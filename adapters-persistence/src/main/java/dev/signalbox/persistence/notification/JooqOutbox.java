package dev.signalbox.persistence.notification;

import static dev.signalbox.persistence.jooq.Tables.NOTIFICATIONS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Trigger;
import dev.signalbox.domain.port.out.Outbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The outbox in PostgreSQL. */
public final class JooqOutbox implements Outbox {

    /** As the index {@code notifications_turn} has it. */
    private static final Field<Boolean> CAN_WAIT =
            field(NOTIFICATIONS.TRIGGER.ne(inline(Trigger.NEEDS_ATTENTION.label())));

    private final DSLContext dsl;

    /** Reads and writes through the context, each act in a transaction of its own. */
    public JooqOutbox(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void add(Notification notification) {
        dsl.transaction(transaction -> OutboxRows.insert(transaction.dsl(), notification));
    }

    /** What another server is taking at this moment is passed over, not waited for. */
    @Override
    public List<Delivery> take(Channel channel, int most, Instant now, Instant until) {
        var due = select(NOTIFICATIONS.ID)
                .from(NOTIFICATIONS)
                .where(NOTIFICATIONS.CHANNEL.eq(channel.label()))
                .and(NOTIFICATIONS.DUE_AT.le(now))
                .orderBy(CAN_WAIT, NOTIFICATIONS.DUE_AT, NOTIFICATIONS.ID)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return dsl
                .update(NOTIFICATIONS)
                .set(NOTIFICATIONS.DUE_AT, until)
                .set(NOTIFICATIONS.ATTEMPTS, NOTIFICATIONS.ATTEMPTS.plus(1))
                .where(NOTIFICATIONS.ID.in(due))
                .returning()
                .fetch(OutboxRows::toDelivery)
                .stream()
                .sorted(Comparator.comparing(
                                (Delivery delivery) -> delivery.notification().trigger())
                        .thenComparingLong(Delivery::id))
                .toList();
    }

    @Override
    public void putOff(List<Delivery> deliveries, Instant until) {
        dsl.update(NOTIFICATIONS)
                .set(NOTIFICATIONS.DUE_AT, until)
                .where(isOneOf(deliveries))
                .execute();
    }

    @Override
    public int giveUp(Channel channel, Instant before) {
        return dsl.deleteFrom(NOTIFICATIONS)
                .where(NOTIFICATIONS.CHANNEL.eq(channel.label()))
                .and(NOTIFICATIONS.AT.lt(before))
                .execute();
    }

    @Override
    public void remove(List<Delivery> deliveries) {
        dsl.deleteFrom(NOTIFICATIONS).where(isOneOf(deliveries)).execute();
    }

    @Override
    public void clear(Channel channel) {
        dsl.deleteFrom(NOTIFICATIONS)
                .where(NOTIFICATIONS.CHANNEL.eq(channel.label()))
                .execute();
    }

    private static Condition isOneOf(List<Delivery> deliveries) {
        return NOTIFICATIONS.ID.in(deliveries.stream().map(Delivery::id).toList());
    }
}
