package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunId;
import java.util.List;

/**
 * What actors did. Events of a change are kept by the port that makes the change; this one is for the others and for
 * reading.
 */
public interface AuditTrail {

    /** Keeps an event of an act that changes nothing else, such as a sign-in. */
    void add(AuditEvent event);

    /** Events about the run, oldest first. */
    List<AuditEvent> ofRun(RunId run);

    /** All events, newest first. */
    Page<AuditEvent> list(PageRequest page);
}
