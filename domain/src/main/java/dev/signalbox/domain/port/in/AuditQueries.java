package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunId;
import java.util.List;

/**
 * Site admins and support read who did what and why; for anyone else, and for a token that is restricted to
 * organizations, {@link Refusal.NotFound}.
 */
public interface AuditQueries {

    /** Events about the run, oldest first. */
    List<AuditEvent> ofRun(RunId run, Actor actor);

    /** All events, newest first. */
    Page<AuditEvent> list(PageRequest page, Actor actor);
}
