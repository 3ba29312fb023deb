package dev.signalbox.domain.port.out;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import java.util.List;
import java.util.Optional;

/** Carries notifications out of the house by one channel. */
public interface Courier {

    /** The channel that it serves. */
    Channel channel();

    /** How many it carries at once; at least 1. */
    int capacity();

    /**
     * That nothing was delivered.
     *
     * @param why a sentence that tells no secret
     * @param refused whether the other side has read it all and will never take it, which may be for one of them
     */
    record Undelivered(String why, boolean refused) {}

    /** Delivers all of them or none; takes a minute at most, whatever the other side does. */
    Optional<Undelivered> deliver(List<Delivery> deliveries);
}
