package dev.signalbox.domain.service;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.in.NotificationWork;
import dev.signalbox.domain.port.out.Courier;
import dev.signalbox.domain.port.out.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Delivers notifications at least once, each channel for itself.
 *
 * <p>What fails is tried again after {@link #FIRST_PAUSE}, then after twice as long and so on up to
 * {@link #LONGEST_PAUSE}, until it is older than {@link #GIVEN_UP_AFTER}.
 */
public final class NotificationWorkService implements NotificationWork {

    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

    /** How long a delivery may take before another server tries it too. */
    static final Duration TURN = Duration.ofMinutes(2);

    /** How often a channel is served before the next has its turn. */
    private static final int ROUNDS = 20;

    private final Outbox outbox;
    private final Map<Channel, Courier> couriers;
    private final InstantSource time;

    /** Works on these ports; what waits for a channel without a courier is dropped. */
    public NotificationWorkService(Outbox outbox, List<Courier> couriers, InstantSource time) {
        this.outbox = outbox;
        this.couriers = couriers.stream().collect(Collectors.toMap(Courier::channel, Function.identity()));
        this.time = time;
    }

    @Override
    public List<Failed> deliver() {
        List<Failed> failed = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            Courier courier = couriers.get(channel);
            if (courier == null) {
                outbox.clear(channel);
            } else {
                deliver(courier).ifPresent(failed::add);
            }
        }
        return failed;
    }

    /** Ends at the first failure: what is behind it would most likely fail as well. */
    private Optional<Failed> deliver(Courier courier) {
        Optional<Failed> failed = Optional.empty();
        boolean left = true;
        for (int round = 0; left && failed.isEmpty() && round < ROUNDS; round++) {
            Instant now = time.instant();
            List<Delivery> taken = outbox.take(courier.channel(), courier.capacity(), now, now.plus(TURN));
            left = !taken.isEmpty();
            failed = left ? deliver(courier, taken) : Optional.empty();
        }
        return failed;
    }

    private Optional<Failed> deliver(Courier courier, List<Delivery> taken) {
        Optional<String> problem = courier.deliver(taken);
        if (problem.isEmpty()) {
            outbox.remove(taken);
            return Optional.empty();
        }
        Instant now = time.instant();
        Map<Boolean, List<Delivery>> byAge =
                taken.stream().collect(Collectors.partitioningBy(delivery -> isOld(delivery, now)));
        List<Delivery> givenUp = byAge.getOrDefault(true, List.of());
        List<Delivery> putOff = byAge.getOrDefault(false, List.of());
        outbox.remove(givenUp);
        // By the one that was tried most often: what is new beside it fails for the same reason.
        int attempts = taken.stream().mapToInt(Delivery::attempts).max().orElse(1);
        outbox.putOff(putOff, now.plus(pause(attempts)));
        return Optional.of(new Failed(courier.channel(), told(givenUp), told(putOff), problem.orElseThrow()));
    }

    private static boolean isOld(Delivery delivery, Instant now) {
        return delivery.notification().at().plus(GIVEN_UP_AFTER).isBefore(now);
    }

    private static List<Notification> told(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::notification).toList();
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < attempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
