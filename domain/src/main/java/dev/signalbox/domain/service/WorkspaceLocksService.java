package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.port.in.WorkspaceLocks;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.WorkspaceChange;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceLock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/** Locks and unlocks workspaces. */
public final class WorkspaceLocksService implements WorkspaceLocks {

    private final Workspaces workspaces;
    private final AuditEvents audit;
    private final InstantSource time;

    /** Works on these ports; time is cut to milliseconds here. */
    public WorkspaceLocksService(Workspaces workspaces, Ids ids, InstantSource time) {
        this.workspaces = workspaces;
        this.audit = new AuditEvents(ids);
        this.time = time;
    }

    /** An act: who may do it, what it is called in the audit, and how it is done. */
    private record Act(Right right, AuditAction name, BiFunction<Workspace, Instant, Workspace> move) {}

    @Override
    public Workspace lock(WorkspaceId workspace, Optional<String> reason, Actor actor) {
        return carryOut(
                new Act(
                        Right.LOCK_WORKSPACES,
                        AuditAction.WORKSPACE_LOCKED,
                        (seen, now) -> seen.locked(WorkspaceLock.of(actor, reason, now))),
                workspace,
                reason,
                actor);
    }

    @Override
    public Workspace unlock(WorkspaceId workspace, Optional<String> reason, Actor actor) {
        return carryOut(
                new Act(Right.LOCK_WORKSPACES, AuditAction.WORKSPACE_UNLOCKED, (seen, _) -> seen.unlockedBy(actor)),
                workspace,
                reason,
                actor);
    }

    @Override
    public Workspace forceUnlock(WorkspaceId workspace, Optional<String> reason, Actor actor) {
        return carryOut(
                new Act(
                        Right.FORCE_UNLOCK_WORKSPACES,
                        AuditAction.WORKSPACE_FORCE_UNLOCKED,
                        (seen, _) -> seen.unlocked()),
                workspace,
                reason,
                actor);
    }

    private Workspace carryOut(Act act, WorkspaceId id, Optional<String> reason, Actor actor) {
        actor.require(act.right(), Subject.WORKSPACE);
        Text.checkKept("reason", reason, WorkspaceLock.MAX_REASON_LENGTH);
        return workspaces
                .update(id, seen -> change(act, seen, reason, actor))
                .orElseThrow(Refusals.notFound(Subject.WORKSPACE));
    }

    private WorkspaceChange change(Act act, Workspace seen, Optional<String> reason, Actor actor) {
        actor.requireSight(seen.organization(), Subject.WORKSPACE);
        Instant now = Milliseconds.of(time.instant());
        Workspace after = act.move().apply(seen, now);
        // Whose lock it was stands in the event that takes it away; it is known nowhere else afterwards.
        Optional<String> locker = seen.lock().map(WorkspaceLock::byName);
        return new WorkspaceChange(after, audit.act(act.name(), after, locker, reason, actor, now));
    }
}
