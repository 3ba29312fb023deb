package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.Optional;

/** Organizations and workspaces: looked up by anyone whose token reaches them, created by those who may. */
public interface Directory {

    /**
     * Creates an organization. Refuses {@link Refusal.NotFound}, {@link Refusal.NameTaken}, {@link
     * Refusal.InvalidAttribute}.
     */
    Organization createOrganization(OrganizationName name, Optional<String> email, Actor actor);

    /** The organizations that the actor's token reaches, in the order of their names. */
    Page<Organization> organizations(PageRequest page, Actor actor);

    /** The organization of that name. Refuses {@link Refusal.NotFound}. */
    Organization organization(OrganizationName name, Actor actor);

    /**
     * Creates a workspace. Refuses {@link Refusal.NotFound}, {@link Refusal.NameTaken}, {@link
     * Refusal.InvalidAttribute}.
     */
    Workspace createWorkspace(OrganizationName organization, WorkspaceName name, Optional<String> vcsRepo, Actor actor);

    /** The organization's workspaces in the order of their names. Refuses {@link Refusal.NotFound}. */
    Page<Workspace> workspaces(OrganizationName organization, PageRequest page, Actor actor);

    /** The workspace of that name. Refuses {@link Refusal.NotFound}. */
    Workspace workspace(OrganizationName organization, WorkspaceName name, Actor actor);

    /** The workspace with that ID. Refuses {@link Refusal.NotFound}. */
    Workspace workspace(WorkspaceId id, Actor actor);
}
