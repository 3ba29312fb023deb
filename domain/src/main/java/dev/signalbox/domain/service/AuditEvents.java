package dev.signalbox.domain.service;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/** What the services write down of the acts they carry out, each event under an identity of its own. */
record AuditEvents(Ids ids) {

    AuditEvent submission(Workspace workspace, Run run, Actor actor) {
        return AuditEvent.ofSubmission(ids.auditEvent(), actor, workspace, run);
    }

    AuditEvent act(
            AuditAction action, RunInWorkspace before, Run after, Optional<String> reason, Actor actor, Instant at) {
        return act(action, before.workspace(), before.run().status(), after, reason, actor, at);
    }

    AuditEvent act(
            AuditAction action,
            Workspace workspace,
            RunStatus from,
            Run after,
            Optional<String> reason,
            Actor actor,
            Instant at) {
        return AuditEvent.ofRun(ids.auditEvent(), at, actor, action, workspace, from, after, reason);
    }

    AuditEvent created(Organization organization, Actor actor) {
        return of(AuditAction.ORGANIZATION_CREATED, organization.name(), actor, organization.createdAt());
    }

    AuditEvent created(Workspace workspace, Actor actor) {
        return AuditEvent.ofWorkspace(
                ids.auditEvent(),
                workspace.createdAt(),
                actor,
                AuditAction.WORKSPACE_CREATED,
                workspace,
                Optional.empty(),
                Optional.empty());
    }

    AuditEvent act(
            AuditAction action,
            Workspace workspace,
            Optional<String> subject,
            Optional<String> reason,
            Actor actor,
            Instant at) {
        return AuditEvent.ofWorkspace(ids.auditEvent(), at, actor, action, workspace, subject, reason);
    }

    AuditEvent of(AuditAction action, OrganizationName organization, Actor actor, Instant at) {
        return AuditEvent.of(ids.auditEvent(), at, actor, action, Optional.of(organization), Optional.empty());
    }

    AuditEvent of(AuditAction action, String subject, Actor actor, Instant at) {
        return AuditEvent.of(ids.auditEvent(), at, actor, action, Optional.empty(), Optional.of(subject));
    }

    /** A token is named by its owner and its ID. */
    AuditEvent of(AuditAction action, ApiTokens.Owned token, Actor actor, Instant at) {
        return of(action, named(token), actor, at);
    }

    /** The same for the sake of an organization. */
    AuditEvent of(AuditAction action, OrganizationName organization, ApiTokens.Owned token, Actor actor, Instant at) {
        return AuditEvent.of(ids.auditEvent(), at, actor, action, Optional.of(organization), Optional.of(named(token)));
    }

    private static String named(ApiTokens.Owned token) {
        return token.account().name() + " " + token.token().id();
    }

    /** A change of the installation's settings. */
    AuditEvent changed(String words, Actor actor, Instant at) {
        return new AuditEvent(
                ids.auditEvent(),
                at,
                actor,
                AuditAction.SETTINGS_CHANGED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(words));
    }

    AuditEvent requested(BulkEnd bulkEnd) {
        return new AuditEvent(
                ids.auditEvent(),
                bulkEnd.requestedAt(),
                bulkEnd.requestedBy(),
                AuditAction.BULK_END_REQUESTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(bulkEnd.id().value()),
                Optional.empty(),
                Optional.of(bulkEnd.end().status()),
                Optional.of(bulkEnd.reason()));
    }

    /** A bulk end whose requester may not force runs any more. */
    AuditEvent pausedByPolicy(BulkEnd bulkEnd, Instant at) {
        return new AuditEvent(
                ids.auditEvent(),
                at,
                Actor.policy(),
                AuditAction.BULK_END_PAUSED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(bulkEnd.id().value()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(bulkEnd.requestedBy().name() + " may not force runs any more"));
    }

    /** The end of a run of a bulk end, in the name of whoever asked for that. */
    AuditEvent act(BulkEnd bulkEnd, RunInWorkspace before, Run after, Instant at) {
        return act(
                        RunActs.forced(bulkEnd.end()).name(),
                        before,
                        after,
                        Optional.of(bulkEnd.reason()),
                        bulkEnd.requestedBy(),
                        at)
                .about(bulkEnd.id().value());
    }
}
