package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.page.Slice;
import dev.signalbox.domain.port.in.AuditQueries;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.RunId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reads who did what and why, also of what is not there any more. */
public final class AuditQueriesService implements AuditQueries {

    private static final int BATCH = 500;

    private final AuditTrail trail;
    private final InstantSource time;
    private final AuditEvents audit;

    /** Works on these ports; time is cut to milliseconds here. */
    public AuditQueriesService(AuditTrail trail, Ids ids, InstantSource time) {
        this.trail = trail;
        this.time = time;
        this.audit = new AuditEvents(ids);
    }

    @Override
    public List<AuditEvent> ofRun(RunId run, Actor actor) {
        actor.requireEverywhere(Right.READ_AUDIT, Subject.RUN);
        return trail.ofRun(run);
    }

    @Override
    public AuditEvent event(AuditEventId id, Actor actor) {
        actor.requireEverywhere(Right.READ_AUDIT, Subject.AUDIT_EVENT);
        return trail.find(id).orElseThrow(Refusals.notFound(Subject.AUDIT_EVENT));
    }

    @Override
    public Slice<AuditEvent> list(AuditQuery query, Optional<AuditEventId> after, int size, Actor actor) {
        actor.requireEverywhere(Right.READ_AUDIT, Subject.PAGE);
        if (after.isPresent() && after.flatMap(trail::find).isEmpty()) {
            throw new Refused(new Refusal.InvalidParameter("page[after]", "is no audit event's ID"));
        }
        List<AuditEvent> found = trail.newest(query, after, size + 1);
        return found.size() > size ? new Slice<>(found.subList(0, size), true) : new Slice<>(found, false);
    }

    @Override
    public List<AuditEvent> export(AuditQuery query, String format, Optional<AuditEventId> after, Actor actor) {
        actor.requireEverywhere(Right.READ_AUDIT, Subject.PAGE);
        if (after.isEmpty()) {
            trail.add(audit.of(AuditAction.AUDIT_EXPORTED, format, actor, Milliseconds.of(time.instant())));
        }
        return trail.newest(query, after, BATCH);
    }
}
