package dev.signalbox.domain.service;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Pace;
import dev.signalbox.domain.port.in.NotificationWork;
import dev.signalbox.domain.port.out.Courier;
import dev.signalbox.domain.port.out.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Delivers notifications at least once, each channel for itself. */
public final class NotificationWorkService implements NotificationWork {

    private final Outbox outbox;
    private final Map<Channel, ChannelDelivery> deliveries;

    /** Works on these ports; what waits for a channel without a courier is dropped. */
    public NotificationWorkService(Outbox outbox, List<Courier> couriers, InstantSource time) {
        this.outbox = outbox;
        Instant since = time.instant();
        this.deliveries = couriers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Courier::channel, courier -> new ChannelDelivery(outbox, courier, time, since)));
    }

    @Override
    public Round deliver(Channel channel, Pace pace) {
        ChannelDelivery delivery = deliveries.get(channel);
        if (delivery == null) {
            outbox.clear(channel);
            return new Round(pace, Optional.empty());
        }
        return delivery.deliver(pace);
    }
}
