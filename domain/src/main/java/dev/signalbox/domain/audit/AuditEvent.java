package dev.signalbox.domain.audit;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * Who did what, to what, when and why. Never changed, never deleted; names are kept as text, so that it outlives what
 * it speaks of.
 *
 * @param subject the name or ID of what is no run, workspace or organization, such as an account's name
 * @param from the run's status before
 * @param to the run's status after
 * @param reason in the actor's words; at most {@value #MAX_REASON_LENGTH} characters
 */
public record AuditEvent(
        AuditEventId id,
        Instant at,
        Actor actor,
        AuditAction action,
        Optional<OrganizationName> organization,
        Optional<WorkspaceName> workspace,
        Optional<RunId> run,
        Optional<String> subject,
        Optional<RunStatus> from,
        Optional<RunStatus> to,
        Optional<String> reason) {

    /** The longest {@link #reason}, in characters. */
    public static final int MAX_REASON_LENGTH = 10_000;

    /** Refuses {@link Refusal.InvalidAttribute} a reason that is too long or that PostgreSQL cannot keep. */
    public AuditEvent {
        Milliseconds.check(at);
        Text.checkKept("comment", reason, MAX_REASON_LENGTH);
    }

    /** An act on a run. */
    public static AuditEvent ofRun(
            AuditEventId id,
            Instant at,
            Actor actor,
            AuditAction action,
            Workspace workspace,
            RunStatus from,
            Run after,
            Optional<String> reason) {
        return new AuditEvent(
                id,
                at,
                actor,
                action,
                Optional.of(workspace.organization()),
                Optional.of(workspace.name()),
                Optional.of(after.id()),
                Optional.empty(),
                Optional.of(from),
                Optional.of(after.status()),
                reason);
    }

    /** The submission of a run, which had no status before. */
    public static AuditEvent ofSubmission(AuditEventId id, Actor actor, Workspace workspace, Run run) {
        return new AuditEvent(
                id,
                run.createdAt(),
                actor,
                AuditAction.RUN_SUBMITTED,
                Optional.of(workspace.organization()),
                Optional.of(workspace.name()),
                Optional.of(run.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(run.status()),
                Optional.empty());
    }

    /** An act on a workspace; the subject is whom it concerns besides. */
    public static AuditEvent ofWorkspace(
            AuditEventId id,
            Instant at,
            Actor actor,
            AuditAction action,
            Workspace workspace,
            Optional<String> subject,
            Optional<String> reason) {
        return new AuditEvent(
                id,
                at,
                actor,
                action,
                Optional.of(workspace.organization()),
                Optional.of(workspace.name()),
                Optional.empty(),
                subject,
                Optional.empty(),
                Optional.empty(),
                reason);
    }

    /** An act on something else, such as an account or a token; the organization is that of the act, if any. */
    public static AuditEvent of(
            AuditEventId id,
            Instant at,
            Actor actor,
            AuditAction action,
            Optional<OrganizationName> organization,
            Optional<String> subject) {
        return new AuditEvent(
                id,
                at,
                actor,
                action,
                organization,
                Optional.empty(),
                Optional.empty(),
                subject,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same act, as a part of something greater, such as a bulk end. */
    public AuditEvent about(String greater) {
        return new AuditEvent(
                id, at, actor, action, organization, workspace, run, Optional.of(greater), from, to, reason);
    }
}
