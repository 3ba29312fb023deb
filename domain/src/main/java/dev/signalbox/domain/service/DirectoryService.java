package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.Directory;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Organizations;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Creates and looks up organizations and workspaces. */
public final class DirectoryService implements Directory {

    private final Organizations organizations;
    private final Workspaces workspaces;
    private final Ids ids;
    private final InstantSource time;
    private final AuditEvents audit;

    /** Works on these ports; time is cut to milliseconds here. */
    public DirectoryService(Organizations organizations, Workspaces workspaces, Ids ids, InstantSource time) {
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.ids = ids;
        this.time = time;
        this.audit = new AuditEvents(ids);
    }

    @Override
    public Organization createOrganization(OrganizationName name, Optional<String> email, Actor actor) {
        actor.require(Right.CREATE_ORGANIZATIONS, Subject.ORGANIZATION);
        actor.requireSight(name, Subject.ORGANIZATION);
        Organization organization =
                new Organization(name, email, actor.account().map(AccountId::value), now());
        if (!organizations.add(organization, audit.created(organization, actor))) {
            throw new Refused(new Refusal.NameTaken(Subject.ORGANIZATION, name.value()));
        }
        return organization;
    }

    @Override
    public Page<Organization> organizations(PageRequest page, Actor actor) {
        return organizations.list(actor.organizations(), page);
    }

    @Override
    public Organization organization(OrganizationName name, Actor actor) {
        actor.requireSight(name, Subject.ORGANIZATION);
        return organizations.find(name).orElseThrow(Refusals.notFound(Subject.ORGANIZATION));
    }

    @Override
    public Workspace createWorkspace(
            OrganizationName organization, WorkspaceName name, Optional<String> vcsRepo, Actor actor) {
        actor.require(Right.CREATE_WORKSPACES, Subject.ORGANIZATION);
        Organization owner = organization(organization, actor);
        Workspace workspace = new Workspace(ids.workspace(), owner.name(), name, vcsRepo, now(), Optional.empty());
        if (!workspaces.add(workspace, audit.created(workspace, actor))) {
            throw new Refused(new Refusal.NameTaken(Subject.WORKSPACE, name.value()));
        }
        return workspace;
    }

    @Override
    public Page<Workspace> workspaces(OrganizationName organization, PageRequest page, Actor actor) {
        return workspaces.list(organization(organization, actor).name(), page);
    }

    @Override
    public Workspace workspace(OrganizationName organization, WorkspaceName name, Actor actor) {
        actor.requireSight(organization, Subject.WORKSPACE);
        return workspaces.find(organization, name).orElseThrow(Refusals.notFound(Subject.WORKSPACE));
    }

    @Override
    public Workspace workspace(WorkspaceId id, Actor actor) {
        return workspaces
                .find(id)
                .filter(found -> actor.sees(found.organization()))
                .orElseThrow(Refusals.notFound(Subject.WORKSPACE));
    }

    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
