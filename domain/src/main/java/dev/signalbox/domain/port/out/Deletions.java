package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.function.Function;

/**
 * How workspaces and organizations vanish, however much there is in them.
 *
 * <p>A deletion begins in one transaction, from which on nobody finds what is deleted, nothing can be added to it, and
 * its name is free. Its runs, all of which have ended then, vanish in batches, oldest first, each with what belongs to
 * it; lists and counts are exact between any two. With the last run goes the workspace, with the last workspace the
 * organization. Whoever finds a deletion that was begun can carry it on.
 */
public interface Deletions {

    /**
     * Begins to delete a workspace: nobody changes anything in it between what the function sees and what it returns.
     * What the function throws leaves everything as it was.
     *
     * @param change ends every run that has not ended
     * @return false if there is no such workspace
     */
    boolean begin(WorkspaceId workspace, Function<WorkspaceUse, DeletionChange> change);

    /**
     * Begins to delete an organization with all its workspaces, as {@link #begin(WorkspaceId, Function)} does each. Its
     * name is taken out of the tokens that are restricted to it and others; one that is restricted to it alone is
     * revoked.
     *
     * @param revocation the audit event of a token that is revoked
     * @return false if there is no such organization
     */
    boolean begin(
            OrganizationName organization,
            AuditEvent audit,
            Function<WorkspaceUse, DeletionChange> change,
            Function<ApiTokens.Owned, AuditEvent> revocation);

    /** Workspaces whose deletion has begun: some of them, the oldest deletions first. */
    List<WorkspaceId> begun();

    /**
     * Removes some of what is left of a workspace whose deletion has begun.
     *
     * @param maxRuns at most so many runs
     * @return whether anything may be left
     */
    boolean carryOn(WorkspaceId workspace, int maxRuns);
}
