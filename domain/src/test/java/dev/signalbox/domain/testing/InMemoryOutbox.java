package dev.signalbox.domain.testing;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.out.Outbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The outbox in memory. */
final class InMemoryOutbox implements Outbox {

    private final Tables tables;

    InMemoryOutbox(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(Notification notification) {
        tables.alone(() -> {
            tables.put(notification);
            return null;
        });
    }

    @Override
    public List<Delivery> take(Channel channel, int most, Instant now, Instant until) {
        return tables.alone(() -> {
            List<Delivery> due = tables.outbox.stream()
                    .filter(waiting ->
                            waiting.channel() == channel && !waiting.due().isAfter(now))
                    .sorted(Comparator.comparing((Tables.Waiting waiting) ->
                                    waiting.delivery().notification().trigger())
                            .thenComparing(Tables.Waiting::due))
                    .limit(most)
                    .map(Tables.Waiting::delivery)
                    .toList();
            change(due, waiting -> new Tables.Waiting(channel, tried(waiting.delivery()), until));
            return due.stream().map(InMemoryOutbox::tried).toList();
        });
    }

    private static Delivery tried(Delivery delivery) {
        return new Delivery(delivery.id(), delivery.notification(), delivery.attempts() + 1);
    }

    @Override
    public void putOff(List<Delivery> deliveries, Instant until) {
        tables.alone(() -> {
            change(deliveries, waiting -> new Tables.Waiting(waiting.channel(), waiting.delivery(), until));
            return null;
        });
    }

    @Override
    public int giveUp(Channel channel, Instant before) {
        return tables.alone(() -> {
            int all = tables.outbox.size();
            tables.outbox.removeIf(waiting -> waiting.channel() == channel
                    && waiting.delivery().notification().at().isBefore(before));
            return all - tables.outbox.size();
        });
    }

    @Override
    public void remove(List<Delivery> deliveries) {
        tables.alone(() -> tables.outbox.removeIf(waiting -> isOneOf(deliveries, waiting)));
    }

    @Override
    public void clear(Channel channel) {
        tables.alone(() -> tables.outbox.removeIf(waiting -> waiting.channel() == channel));
    }

    private void change(List<Delivery> deliveries, UnaryOperator<Tables.Waiting> change) {
        tables.outbox.replaceAll(waiting -> isOneOf(deliveries, waiting) ? change.apply(waiting) : waiting);
    }

    private static boolean isOneOf(List<Delivery> deliveries, Tables.Waiting waiting) {
        return deliveries.stream()
                .anyMatch(delivery -> delivery.id() == waiting.delivery().id());
    }
}
