package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.Deletions;
import dev.signalbox.domain.port.out.DoomedRuns;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.persistence.access.TokenReach;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.directory.DirectoryRows;
import dev.signalbox.persistence.jooq.tables.records.OrganizationsRecord;
import dev.signalbox.persistence.jooq.tables.records.WorkspacesRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Deletions in PostgreSQL.
 *
 * <p>Rows are locked from the organization to the workspaces, these in the order of their numbers, to the runs.
 */
public final class JooqDeletions implements Deletions {

    /** Of so many workspaces at a time it is told that their deletion has begun. */
    private static final int MAX_BEGUN = 100;

    private final DSLContext dsl;

    /** Reads and writes through the context, in the transaction it stands in. */
    public JooqDeletions(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public boolean begin(WorkspaceId id, Function<WorkspaceUse, AuditEvent> ofWorkspace) {
        return dsl.transactionResult(transaction -> {
            Optional<WorkspacesRecord> workspace = transaction
                    .dsl()
                    .selectFrom(WORKSPACES)
                    .where(WORKSPACES.EXTERNAL_ID.eq(id.value()))
                    .and(WORKSPACES.DELETED_AT.isNull())
                    .forUpdate()
                    .fetchOptional();
            workspace.ifPresent(row -> begin(transaction.dsl(), row, ownerOf(transaction.dsl(), row), ofWorkspace));
            return workspace.isPresent();
        });
    }

    private static String ownerOf(DSLContext dsl, WorkspacesRecord workspace) {
        return dsl.selectFrom(ORGANIZATIONS)
                .where(ORGANIZATIONS.ID.eq(workspace.getOrganizationId()))
                .fetchSingle()
                .getName();
    }

    @Override
    public boolean begin(OrganizationName name, Function<OrganizationName, Audit> audit) {
        return dsl.transactionResult(transaction -> {
            // Waits for those who are just adding a workspace; whoever comes later finds no such name.
            Optional<OrganizationsRecord> organization = transaction
                    .dsl()
                    .selectFrom(ORGANIZATIONS)
                    .where(ORGANIZATIONS.FOLDED_NAME.eq(name.folded()))
                    .forUpdate()
                    .fetchOptional();
            organization.ifPresent(
                    row -> begin(transaction.dsl(), row, audit.apply(new OrganizationName(row.getName()))));
            return organization.isPresent();
        });
    }

    private static void begin(DSLContext dsl, OrganizationsRecord organization, Audit audit) {
        AuditRows.insert(dsl, audit.ofOrganization());
        dsl.selectFrom(WORKSPACES)
                .where(WORKSPACES.ORGANIZATION_ID.eq(organization.getId()))
                .and(WORKSPACES.DELETED_AT.isNull())
                .orderBy(WORKSPACES.ID)
                .forUpdate()
                .fetch()
                .forEach(workspace -> begin(dsl, workspace, organization.getName(), audit.ofWorkspace()));
        dsl.update(ORGANIZATIONS)
                .set(ORGANIZATIONS.DELETED_AT, audit.ofOrganization().at())
                .set(ORGANIZATIONS.FOLDED_NAME, "/" + organization.getId())
                .where(ORGANIZATIONS.ID.eq(organization.getId()))
                .execute();
        TokenReach.remove(
                dsl,
                new OrganizationName(organization.getName()),
                audit.ofOrganization().at(),
                audit.ofToken());
        DeletedRows.removeIfEmpty(dsl, organization.getId());
    }

    private static void begin(
            DSLContext dsl, WorkspacesRecord row, String owner, Function<WorkspaceUse, AuditEvent> ofWorkspace) {
        Workspace workspace = DirectoryRows.toWorkspace(row, owner);
        AuditEvent audit = ofWorkspace.apply(new WorkspaceUse(
                workspace,
                // With the workspace locked, none of them can move.
                DoomedRows.active(dsl, row.getId(), Integer.MAX_VALUE).stream()
                        .map(run -> RunRows.toRun(run, workspace.id()))
                        .toList(),
                new JooqRuns(dsl).openEndings(workspace.id())));
        AuditRows.insert(dsl, audit);
        mark(dsl, row.getId(), audit);
    }

    private static void mark(DSLContext dsl, int workspaceId, AuditEvent audit) {
        dsl.update(WORKSPACES)
                .set(WORKSPACES.DELETED_AT, audit.at())
                .set(WORKSPACES.DELETION_EVENT_ID, audit.id().value())
                .set(WORKSPACES.FOLDED_NAME, concat(inline("/"), WORKSPACES.EXTERNAL_ID))
                .where(WORKSPACES.ID.eq(workspaceId))
                .execute();
    }

    @Override
    public List<WorkspaceId> begun() {
        return dsl.select(WORKSPACES.EXTERNAL_ID)
                .from(WORKSPACES)
                .where(WORKSPACES.DELETED_AT.isNotNull())
                .orderBy(WORKSPACES.DELETED_AT)
                .limit(MAX_BEGUN)
                .fetch(row -> new WorkspaceId(row.value1()));
    }

    @Override
    public boolean end(WorkspaceId workspace, int maxRuns, Function<DoomedRuns, List<RunChange>> ends) {
        return dsl.transactionResult(transaction -> transaction
                .dsl()
                .selectFrom(WORKSPACES)
                .where(WORKSPACES.EXTERNAL_ID.eq(workspace.value()))
                .and(WORKSPACES.DELETED_AT.isNotNull())
                .forNoKeyUpdate()
                .fetchOptional()
                .filter(row -> DoomedRows.end(transaction.dsl(), row, ownerOf(transaction.dsl(), row), maxRuns, ends))
                .isPresent());
    }

    @Override
    public boolean carryOn(WorkspaceId workspace, int maxRuns) {
        return dsl.transactionResult(transaction -> DeletedRows.lock(transaction.dsl(), workspace)
                .filter(row -> DeletedRows.remove(transaction.dsl(), row, maxRuns))
                .isPresent());
    }
}
