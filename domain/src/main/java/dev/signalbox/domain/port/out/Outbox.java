package dev.signalbox.domain.port.out;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Trigger;
import java.time.Instant;
import java.util.List;

/**
 * Notifications that have not been delivered, once for each channel.
 *
 * <p>Whoever keeps an audit event that {@link Notification#of(dev.signalbox.domain.audit.AuditEvent)} is told elsewhere
 * puts its notification here in the same transaction: none is lost, and none tells of what did not happen.
 */
public interface Outbox {

    /** Puts it in for every channel, due at once. */
    void add(Notification notification);

    /**
     * Takes what is due, and counts an attempt at each: the most urgent {@link Trigger} first, so that a thousand runs
     * that a person has ended hide none that needs one, and of the same what has been due for longest, so that what
     * fails again and again holds up no other. Nobody else is given the same before {@code until}; if it is not settled
     * by then, it is due again.
     *
     * @param most at most so many
     */
    List<Delivery> take(Channel channel, int most, Instant now, Instant until);

    /** Puts off what could not be delivered. */
    void putOff(List<Delivery> deliveries, Instant until);

    /** Takes out all for the channel that tells of what happened before this, and says how many. */
    int giveUp(Channel channel, Instant before);

    /** Takes out what has been delivered. */
    void remove(List<Delivery> deliveries);

    /** Takes out all that waits for the channel. */
    void clear(Channel channel);
}
