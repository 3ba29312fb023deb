package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.Optional;
import java.util.function.Function;

/** The workspaces there are. Names are compared ignoring case. */
public interface Workspaces {

    /**
     * Adds a workspace with its audit event, in one transaction. Refuses {@link Refusal.NotFound} if its organization
     * does not exist (any more).
     *
     * @return false if the name is taken in its organization
     */
    boolean add(Workspace workspace, AuditEvent audit);

    /**
     * Locks or unlocks a workspace atomically: nobody else does, and none of its runs moves, between what the function
     * sees and what it returns. What the function throws leaves everything as it was. It must change nothing but the
     * lock.
     *
     * @return the workspace as it is afterwards; absent if it does not exist
     */
    Optional<Workspace> update(WorkspaceId id, Function<Workspace, WorkspaceChange> change);

    /** The workspace with that ID. */
    Optional<Workspace> find(WorkspaceId id);

    /** The workspace of that name. */
    Optional<Workspace> find(OrganizationName organization, WorkspaceName name);

    /** The organization's workspaces in the order of their folded names. */
    Page<Workspace> list(OrganizationName organization, PageRequest page);
}
