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
     * Delivers all of them or none; takes well under a minute, whatever the other side does.
     *
     * @return why they could not be delivered, in a sentence that tells no secret; empty if they were
     */
    Optional<String> deliver(List<Delivery> deliveries);
}
