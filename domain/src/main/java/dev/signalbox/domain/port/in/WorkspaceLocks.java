package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.Optional;

/**
 * People keep runs from starting in a workspace for a while. A lock stops no run that is under way, and no end of a run
 * touches a lock.
 *
 * <p>Everything here refuses {@link Refusal.NotFound} without the right, and {@link Refusal.InvalidAttribute} a reason
 * that is too long; the reason is kept in the audit. Each answers with the workspace as it is afterwards.
 */
public interface WorkspaceLocks {

    /** Locks the workspace. Refuses {@link Refusal.WorkspaceLocked} if it is, by whomever. */
    Workspace lock(WorkspaceId workspace, Optional<String> reason, Actor actor);

    /**
     * Unlocks the workspace for its locker. Refuses {@link Refusal.WorkspaceLocked} anyone else, and
     * {@link Refusal.WorkspaceNotLocked}.
     */
    Workspace unlock(WorkspaceId workspace, Optional<String> reason, Actor actor);

    /** Unlocks the workspace, whoever locked it. Refuses {@link Refusal.WorkspaceNotLocked}. */
    Workspace forceUnlock(WorkspaceId workspace, Optional<String> reason, Actor actor);
}
