package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunId;
import java.util.List;
import java.util.Optional;

/**
 * What actors did. Events of a change are kept by the port that makes the change; this one is for the others and for
 * reading.
 */
public interface AuditTrail {

    /** Keeps an event of an act that changes nothing else, such as a sign-in. */
    void add(AuditEvent event);

    /** Events about the run, oldest first. */
    List<AuditEvent> ofRun(RunId run);

    /** The event with that ID. */
    Optional<AuditEvent> find(AuditEventId id);

    /**
     * The newest events that the query asks for, the newest first; of one instant, the one that was kept last.
     *
     * @param after only events that come after this one in that order; if there is no such event, none
     * @param limit at most so many
     */
    List<AuditEvent> newest(AuditQuery query, Optional<AuditEventId> after, int limit);

    /** All events in the order in which they were kept, the last first. */
    Page<AuditEvent> list(PageRequest page);
}
