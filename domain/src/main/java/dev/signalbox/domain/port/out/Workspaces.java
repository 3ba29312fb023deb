package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.Optional;

/** The workspaces there are. Names are compared ignoring case. */
public interface Workspaces {

    /**
     * Adds a workspace with its audit event, in one transaction. Its organization must exist.
     *
     * @return false if the name is taken in its organization
     */
    boolean add(Workspace workspace, AuditEvent audit);

    /** The workspace with that ID. */
    Optional<Workspace> find(WorkspaceId id);

    /** The workspace of that name. */
    Optional<Workspace> find(OrganizationName organization, WorkspaceName name);

    /** The organization's workspaces in the order of their folded names. */
    Page<Workspace> list(OrganizationName organization, PageRequest page);
}
