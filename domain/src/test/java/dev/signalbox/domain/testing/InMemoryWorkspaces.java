package dev.signalbox.domain.testing;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.WorkspaceChange;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Workspaces in memory. */
final class InMemoryWorkspaces implements Workspaces {

    private final Tables tables;

    InMemoryWorkspaces(Tables tables) {
        this.tables = tables;
    }

    @Override
    public boolean add(Workspace workspace, AuditEvent audit) {
        return tables.alone(() -> {
            Workspace kept = inItsOrganization(workspace);
            if (named(kept.organization(), kept.name()).isPresent()) {
                return false;
            }
            Tables.require(!tables.workspaces.containsKey(kept.id()), "there is a workspace " + kept.id());
            tables.keep(List.of(audit));
            tables.workspaces.put(kept.id(), kept);
            return true;
        });
    }

    @Override
    public Optional<Workspace> update(WorkspaceId id, Function<Workspace, WorkspaceChange> change) {
        return tables.alone(() -> tables.workspace(id).map(before -> {
            WorkspaceChange made = change.apply(before);
            Tables.require(
                    before.with(made.workspace().lock()).equals(made.workspace()),
                    "a change made another workspace of " + id);
            tables.keep(List.of(made.audit()));
            tables.workspaces.put(id, made.workspace());
            return made.workspace();
        }));
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return tables.alone(() -> tables.workspace(id));
    }

    @Override
    public Optional<Workspace> find(OrganizationName organization, WorkspaceName name) {
        return tables.alone(() -> named(organization, name));
    }

    @Override
    public Page<Workspace> list(OrganizationName organization, PageRequest page) {
        return tables.alone(() -> Tables.page(
                of(organization)
                        .sorted(Comparator.comparing(
                                workspace -> workspace.name().folded()))
                        .toList(),
                page));
    }

    /** A database refers to the organization's row, so its name reads as it was created, however it is written here. */
    private Workspace inItsOrganization(Workspace workspace) {
        Organization owner = Optional.ofNullable(
                        tables.organizations.get(workspace.organization().folded()))
                .orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.ORGANIZATION)));
        return new Workspace(
                workspace.id(),
                owner.name(),
                workspace.name(),
                workspace.vcsRepo(),
                workspace.createdAt(),
                workspace.lock());
    }

    private Optional<Workspace> named(OrganizationName organization, WorkspaceName name) {
        return of(organization)
                .filter(workspace -> workspace.name().folded().equals(name.folded()))
                .findFirst();
    }

    private Stream<Workspace> of(OrganizationName organization) {
        return tables.workspaces.values().stream()
                .filter(workspace -> !tables.deleted.containsKey(workspace.id()))
                .filter(workspace -> workspace.organization().folded().equals(organization.folded()));
    }
}
