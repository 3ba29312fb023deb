package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.workspace.WorkspaceId;

/**
 * Workspaces and organizations are deleted. Afterwards nobody finds them, and their names are free; what they had of
 * runs is gone with them or, if there were many, goes on vanishing, oldest first. The audit stays.
 *
 * <p>Everything here refuses {@link Refusal.NotFound}, also without the right.
 */
public interface Deletion {

    /**
     * Deletes a workspace in which nothing is going on. Refuses {@link Refusal.WorkspaceLocked}, and
     * {@link Refusal.WorkspaceInUse} where a run has not ended or its process is not known to be gone.
     */
    void deleteSafely(WorkspaceId workspace, Actor actor);

    /**
     * Deletes a workspace, locked and held or not; its runs that have not ended are forced to canceled before. What
     * their runners had started may still be running: they are told to stop it.
     */
    void delete(WorkspaceId workspace, Actor actor);

    /**
     * Deletes an organization and, as {@link #delete(WorkspaceId, Actor)} does, all its workspaces. No token reaches by
     * its name whatever is called so later; one that was restricted to it alone is revoked, and one that was restricted
     * to others too reaches those.
     */
    void delete(OrganizationName organization, Actor actor);

    /**
     * Removes some more of what was deleted, for whoever looks after that from time to time. Throws what failed in one
     * workspace only after every other has had its turn.
     *
     * @return whether anything may be left
     */
    boolean carryOn();
}
