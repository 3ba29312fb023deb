package dev.signalbox.domain.port.out;

import dev.signalbox.domain.attention.Problem;
import dev.signalbox.domain.notification.Notification;
import java.time.Instant;
import java.util.Set;

/** Why runs are known to need attention, so that of each problem it is told once that it begins. */
public interface AttentionLog {

    /**
     * Notes that there are these now, and forgets the others that have not been for a while.
     *
     * @param lately one that was noted after this is not noted anew: it may last for days
     * @param forgottenAfter others that were last noted before this are forgotten
     * @return those that were not known
     */
    Set<Problem> note(Set<Problem> problems, Instant now, Instant lately, Instant forgottenAfter);

    /**
     * Makes the problem of the notification's run known and puts the notification into the outbox, in one transaction;
     * nothing if it is known.
     */
    void begin(String kind, Notification notification);
}
