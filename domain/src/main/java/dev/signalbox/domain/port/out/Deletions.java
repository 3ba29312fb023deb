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
 * its name is free. Then its runs that have not ended are ended in batches, and when that is done all of them vanish in
 * batches, oldest first, each with what belongs to it; lists and counts are exact between any two. With the last run
 * goes the workspace, with the last workspace the organization. Whoever finds a deletion that was begun can carry it
 * on.
 */
public interface Deletions {

    /**
     * Begins to delete a workspace: nobody has changed anything in it since what the function sees. What the function
     * throws leaves everything as it was.
     *
     * @param audit the event of the deletion
     * @return false if there is no such workspace
     */
    boolean begin(WorkspaceId workspace, Function<WorkspaceUse, AuditEvent> audit);

    /**
     * Begins to delete an organization with all its workspaces, as {@link #begin(WorkspaceId, Function)} does each. The
     * tokens that are restricted to it, and to others perhaps, go on
     * {@linkplain dev.signalbox.domain.access.ApiToken#without without} it.
     *
     * @param audit what is written down, asked for once nobody else can change the organization, by the name it has
     * @return false if there is no such organization
     */
    boolean begin(OrganizationName organization, Function<OrganizationName, Audit> audit);

    /**
     * The events of an organization's deletion, and of that of each of its workspaces.
     *
     * @param ofToken the event of each token that was restricted to it, seen as it is without it
     */
    record Audit(
            AuditEvent ofOrganization,
            Function<WorkspaceUse, AuditEvent> ofWorkspace,
            Function<ApiTokens.Owned, AuditEvent> ofToken) {}

    /** Workspaces whose deletion has begun: some of them, the oldest deletions first. */
    List<WorkspaceId> begun();

    /**
     * Ends some runs that have not ended of a workspace whose deletion has begun, in one transaction. What the function
     * throws leaves them as they were.
     *
     * @param maxRuns at most so many runs
     * @param ends a change for each of the runs, after which it has ended
     * @return whether any may be left
     */
    boolean end(WorkspaceId workspace, int maxRuns, Function<DoomedRuns, List<RunChange>> ends);

    /**
     * Removes some of what is left of a workspace whose deletion has begun; nothing while one of its runs has not
     * ended.
     *
     * @param maxRuns at most so many runs
     * @return whether anything may be left
     */
    boolean carryOn(WorkspaceId workspace, int maxRuns);
}
