package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.page.Slice;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunId;
import java.util.List;
import java.util.Optional;

/**
 * Site admins and support read who did what and why; for anyone else, and for a token that is restricted to
 * organizations, {@link Refusal.NotFound}.
 */
public interface AuditQueries {

    /** Events about the run, oldest first. */
    List<AuditEvent> ofRun(RunId run, Actor actor);

    /** The event with that ID. */
    AuditEvent event(AuditEventId id, Actor actor);

    /**
     * Events, newest first. Refuses {@link Refusal.InvalidParameter} {@code page[after]} if there is no such event.
     *
     * @param after only events that come after this one, that is older ones; absent for the newest
     * @param size at most so many
     */
    Slice<AuditEvent> list(AuditQuery query, Optional<AuditEventId> after, int size, Actor actor);

    /**
     * A batch of the same events on their way out; empty at the end. That the actor has taken them is an audit event of
     * its own, which the first batch leaves.
     *
     * @param format what they are written as, for that event
     * @param after the last event of the batch before; absent for the first batch
     */
    List<AuditEvent> export(AuditQuery query, String format, Optional<AuditEventId> after, Actor actor);
}
