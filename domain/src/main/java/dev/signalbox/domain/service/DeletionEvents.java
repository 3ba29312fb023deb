package dev.signalbox.domain.service;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.DoomedRuns;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.WorkspaceLock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written down of a deletion: each run that was ended for it, and what it did not care for. */
record DeletionEvents(AuditEvents audit) {

    private static final Optional<String> WHY_ENDED = Optional.of("The workspace was deleted.");

    private static final int MAX_NAMED = WorkspaceUse.MAX_RUNNING;

    AuditEvent deleted(OrganizationName organization, Actor actor, Instant now) {
        return audit.of(AuditAction.ORGANIZATION_DELETED, organization, actor, now);
    }

    /** What became of a token that was restricted to the organization. */
    AuditEvent without(OrganizationName organization, ApiTokens.Owned token, Actor actor, Instant now) {
        AuditAction action =
                token.token().revokedAt().isPresent() ? AuditAction.TOKEN_REVOKED : AuditAction.TOKEN_NARROWED;
        return audit.of(action, organization, token, actor, now);
    }

    AuditEvent deleted(WorkspaceUse use, Actor actor, Instant now) {
        List<RunId> alive = Stream.concat(use.held(now).map(open -> open.run()), use.running().stream())
                .toList();
        long more = Math.max(0, alive.size() - MAX_NAMED)
                + use.runningCount()
                - use.running().size();
        return audit.act(
                AuditAction.WORKSPACE_DELETED,
                use.workspace(),
                Optional.empty(),
                circumstances(use.workspace().lock(), alive, more),
                actor,
                now);
    }

    /** The runs are forced to canceled in the name of whoever deleted the workspace. */
    List<RunChange> canceled(DoomedRuns runs, Instant now) {
        return runs.active().stream().map(run -> canceled(run, runs, now)).toList();
    }

    private RunChange canceled(Run run, DoomedRuns of, Instant now) {
        Run after = run.forcedToCanceled(now);
        return RunChange.by(
                after,
                audit.act(
                        AuditAction.RUN_FORCED_TO_CANCELED,
                        of.workspace(),
                        run.status(),
                        after,
                        WHY_ENDED,
                        of.deletion().actor(),
                        now));
    }

    /** What would have kept it from being deleted safely, but for the runs that were ended. */
    private static Optional<String> circumstances(Optional<WorkspaceLock> lock, List<RunId> alive, long more) {
        List<String> told = Stream.concat(
                        lock.map(DeletionEvents::circumstance).stream(),
                        alive.isEmpty() ? Stream.empty() : Stream.of(circumstance(alive, more)))
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", told));
    }

    private static String circumstance(WorkspaceLock lock) {
        String why = lock.reason().isBlank() ? "" : ": \"" + Text.excerpt(lock.reason()) + "\"";
        return "It was locked by " + lock.byName() + " at " + lock.at() + why + ".";
    }

    private static String circumstance(List<RunId> alive, long more) {
        String named = alive.stream().limit(MAX_NAMED).map(RunId::value).collect(Collectors.joining(", "));
        return "What may still be running: " + named + (more > 0 ? " and " + more + " more" : "") + ".";
    }
}
