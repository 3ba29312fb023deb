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
     * @param refusedOnceRead whether the other side had read all of it before it said no: most often to what is in it,
     *     which may be to one of them
     */
    record Undelivered(String why, boolean refusedOnceRead) {}

    /** Delivers all of them or none; takes a minute at most, whatever the other side does. */
    Optional<Undelivered> deliver(List<Delivery> deliveries);
}
