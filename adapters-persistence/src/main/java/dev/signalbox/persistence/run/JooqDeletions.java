package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.Deletions;
import dev.signalbox.domain.port.out.DoomedRuns;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.persistence.access.TokenReach;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.jooq.tables.records.OrganizationsRecord;
import dev.signalbox.persistence.jooq.tables.records.WorkspacesRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;

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
        return dsl.transactionResult(
                transaction -> begin(transaction.dsl(), WORKSPACES.EXTERNAL_ID.eq(id.value()), ofWorkspace));
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
        begin(dsl, WORKSPACES.ORGANIZATION_ID.eq(organization.getId()), audit.ofWorkspace());
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

    /** With few statements, however many workspaces; with these locked, none of their runs can move. */
    private static boolean begin(DSLContext dsl, Condition which, Function<WorkspaceUse, AuditEvent> ofWorkspace) {
        Integer[] locked = dsl.select(WORKSPACES.ID)
                .from(WORKSPACES)
                .where(which)
                .and(WORKSPACES.DELETED_AT.isNull())
                .orderBy(WORKSPACES.ID)
                .forUpdate()
                .fetchArray(WORKSPACES.ID);
        Map<WorkspaceId, AuditEvent> audit = new LinkedHashMap<>();
        UseRows.of(dsl, locked).forEach(use -> audit.put(use.workspace().id(), ofWorkspace.apply(use)));
        AuditRows.insert(dsl, List.copyOf(audit.values()));
        dsl.batch(audit.entrySet().stream()
                        .map(begun -> mark(dsl, begun.getKey(), begun.getValue()))
                        .toList())
                .execute();
        return !audit.isEmpty();
    }

    private static Query mark(DSLContext dsl, WorkspaceId workspace, AuditEvent audit) {
        return dsl.update(WORKSPACES)
                .set(WORKSPACES.DELETED_AT, audit.at())
                .set(WORKSPACES.DELETION_EVENT_ID, audit.id().value())
                .set(WORKSPACES.FOLDED_NAME, "/" + workspace)
                .where(WORKSPACES.EXTERNAL_ID.eq(workspace.value()));
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

    private static String ownerOf(DSLContext dsl, WorkspacesRecord workspace) {
        return dsl.selectFrom(ORGANIZATIONS)
                .where(ORGANIZATIONS.ID.eq(workspace.getOrganizationId()))
                .fetchSingle()
                .getName();
    }

    @Override
    public boolean carryOn(WorkspaceId workspace, int maxRuns) {
        return dsl.transactionResult(transaction -> DeletedRows.lock(transaction.dsl(), workspace)
                .filter(row -> DeletedRows.remove(transaction.dsl(), row, maxRuns))
                .isPresent());
    }
}
