package dev.signalbox.domain.port.out;

import dev.signalbox.domain.attention.Problem;
import dev.signalbox.domain.notification.Notification;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Why runs are known to need attention, so that of each problem it is told once that it begins. */
public interface AttentionLog {

    /**
     * Notes that there are these now, and forgets the others that have not been for a while.
     *
     * @param lately one that was noted after this is not noted anew: it may last for days
     * @param forgottenAfter others that were last noted before this are forgotten
     * @return those that are known, with since when that lasted of which it was told last
     */
    Map<Problem, Instant> note(Set<Problem> problems, Instant now, Instant lately, Instant forgottenAfter);

    /**
     * Makes known that the problem lasts since then and puts the notification into the outbox, in one transaction;
     * nothing if that is known of then or later.
     */
    void begin(Problem problem, Instant since, Notification notification);
}
