package dev.signalbox.domain.port.out;

import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.util.Set;

/** Which runs are known to need attention, so that of each it is told once that it begins to. */
public interface AttentionLog {

    /**
     * Notes that these need attention now, and forgets the others that have not for a while.
     *
     * @param lately one that was noted after this is not noted anew: a run may need attention for days
     * @param forgottenAfter others that were last noted before this are forgotten
     * @return those that were not known
     */
    Set<RunId> note(Set<RunId> needing, Instant now, Instant lately, Instant forgottenAfter);

    /** Makes the run known and puts the notification into the outbox, in one transaction; nothing if it is known. */
    void begin(Notification notification);
}
