package dev.signalbox.persistence.directory;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceLock;
import dev.signalbox.domain.workspace.WorkspaceName;
import dev.signalbox.persistence.jooq.tables.records.OrganizationsRecord;
import dev.signalbox.persistence.jooq.tables.records.WorkspacesRecord;
import java.util.Optional;

/** Organizations and workspaces to rows and back; runs are read together with them. */
public final class DirectoryRows {

    private DirectoryRows() {}

    /** The organization that the row holds. */
    public static Organization toOrganization(OrganizationsRecord row) {
        return new Organization(
                new OrganizationName(row.getName()),
                Optional.ofNullable(row.getEmail()),
                Optional.ofNullable(row.getCreatorId()),
                row.getCreatedAt());
    }

    /** The workspace that the row holds, of the organization of that name. */
    public static Workspace toWorkspace(WorkspacesRecord row, String organizationName) {
        return new Workspace(
                new WorkspaceId(row.getExternalId()),
                new OrganizationName(organizationName),
                new WorkspaceName(row.getName()),
                Optional.ofNullable(row.getVcsRepo()),
                row.getCreatedAt(),
                toLock(row));
    }

    /** The lock that the row holds, if a person has set one. */
    public static Optional<WorkspaceLock> toLock(WorkspacesRecord row) {
        return Optional.ofNullable(row.getLockedAt())
                .map(at -> new WorkspaceLock(
                        Optional.ofNullable(row.getLockAccountId()).map(AccountId::new),
                        row.getLockByName(),
                        row.getLockReason(),
                        at));
    }

    static OrganizationsRecord toRow(Organization organization) {
        OrganizationsRecord row = new OrganizationsRecord();
        row.setName(organization.name().value());
        row.setFoldedName(organization.name().folded());
        row.setEmail(organization.email().orElse(null));
        row.setCreatorId(organization.creator().orElse(null));
        row.setCreatedAt(organization.createdAt());
        return row;
    }

    static WorkspacesRecord toRow(Workspace workspace, int organizationId, String searchText) {
        WorkspacesRecord row = lockColumns(workspace);
        row.setExternalId(workspace.id().value());
        row.setOrganizationId(organizationId);
        row.setName(workspace.name().value());
        row.setFoldedName(workspace.name().folded());
        row.setVcsRepo(workspace.vcsRepo().orElse(null));
        row.setCreatedAt(workspace.createdAt());
        row.setSearchText(searchText);
        return row;
    }

    /** Set even where there is no lock, so that an update takes one away. */
    static WorkspacesRecord lockColumns(Workspace workspace) {
        WorkspacesRecord row = new WorkspacesRecord();
        Optional<WorkspaceLock> lock = workspace.lock();
        row.setLockAccountId(
                lock.flatMap(WorkspaceLock::by).map(AccountId::value).orElse(null));
        row.setLockByName(lock.map(WorkspaceLock::byName).orElse(null));
        row.setLockReason(lock.map(WorkspaceLock::reason).orElse(null));
        row.setLockedAt(lock.map(WorkspaceLock::at).orElse(null));
        return row;
    }
}
