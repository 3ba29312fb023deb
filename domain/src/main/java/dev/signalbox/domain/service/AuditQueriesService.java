package dev.signalbox.domain.service;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.AuditQueries;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.RunId;
import java.util.List;

/** Reads who did what and why, also of what is not there any more. */
public final class AuditQueriesService implements AuditQueries {

    private final AuditTrail trail;

    /** Works on this port. */
    public AuditQueriesService(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public List<AuditEvent> ofRun(RunId run, Actor actor) {
        actor.requireEverywhere(Right.READ_AUDIT, Subject.RUN);
        return trail.ofRun(run);
    }

    @Override
    public Page<AuditEvent> list(PageRequest page, Actor actor) {
        actor.requireEverywhere(Right.READ_AUDIT, Subject.PAGE);
        return trail.list(page);
    }
}
