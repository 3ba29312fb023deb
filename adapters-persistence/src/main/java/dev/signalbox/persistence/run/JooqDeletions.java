package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.DeletionChange;
import dev.signalbox.domain.port.out.Deletions;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.queue.WorkspaceUse;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.persistence.access.TokenReach;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.directory.DirectoryRows;
import dev.signalbox.persistence.jooq.tables.records.OrganizationsRecord;
import dev.signalbox.persistence.jooq.tables.records.RunsRecord;
import dev.signalbox.persistence.jooq.tables.records.WorkspacesRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    public boolean begin(WorkspaceId id, Function<WorkspaceUse, DeletionChange> change) {
        return dsl.transactionResult(transaction -> {
            Optional<WorkspacesRecord> workspace = transaction
                    .dsl()
                    .selectFrom(WORKSPACES)
                    .where(WORKSPACES.EXTERNAL_ID.eq(id.value()))
                    .and(WORKSPACES.DELETED_AT.isNull())
                    .forUpdate()
                    .fetchOptional();
            workspace.ifPresent(row -> begin(transaction.dsl(), row, ownerOf(transaction.dsl(), row), change));
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
    public boolean begin(
            OrganizationName name,
            AuditEvent audit,
            Function<WorkspaceUse, DeletionChange> change,
            Function<ApiTokens.Owned, AuditEvent> revocation) {
        return dsl.transactionResult(transaction -> {
            // Waits for those who are just adding a workspace; whoever comes later finds no such name.
            Optional<OrganizationsRecord> organization = transaction
                    .dsl()
                    .selectFrom(ORGANIZATIONS)
                    .where(ORGANIZATIONS.FOLDED_NAME.eq(name.folded()))
                    .forUpdate()
                    .fetchOptional();
            organization.ifPresent(row -> {
                begin(transaction.dsl(), row, audit, change);
                TokenReach.remove(transaction.dsl(), name, audit.at(), revocation);
            });
            return organization.isPresent();
        });
    }

    private static void begin(
            DSLContext dsl,
            OrganizationsRecord organization,
            AuditEvent audit,
            Function<WorkspaceUse, DeletionChange> change) {
        dsl.selectFrom(WORKSPACES)
                .where(WORKSPACES.ORGANIZATION_ID.eq(organization.getId()))
                .and(WORKSPACES.DELETED_AT.isNull())
                .orderBy(WORKSPACES.ID)
                .forUpdate()
                .fetch()
                .forEach(workspace -> begin(dsl, workspace, organization.getName(), change));
        dsl.update(ORGANIZATIONS)
                .set(ORGANIZATIONS.DELETED_AT, audit.at())
                .set(ORGANIZATIONS.FOLDED_NAME, "/" + organization.getId())
                .where(ORGANIZATIONS.ID.eq(organization.getId()))
                .execute();
        AuditRows.insert(dsl, audit);
        DeletedRows.removeIfEmpty(dsl, organization.getId());
    }

    private static void begin(
            DSLContext dsl, WorkspacesRecord row, String owner, Function<WorkspaceUse, DeletionChange> change) {
        Workspace workspace = DirectoryRows.toWorkspace(row, owner);
        List<RunsRecord> active = active(dsl, row.getId());
        DeletionChange made = change.apply(new WorkspaceUse(
                workspace,
                active.stream().map(run -> RunRows.toRun(run, workspace.id())).toList(),
                new JooqRuns(dsl).openEndings(workspace.id())));
        Map<String, RunChange> ends = made.ended().stream()
                .filter(one -> one.run().status().isFinal())
                .collect(Collectors.toMap(one -> one.run().id().value(), one -> one));
        active.forEach(run -> RunChangeWriter.write(
                dsl, run.getOrd(), row.getId(), RunRows.toRun(run, workspace.id()), endOf(run, ends)));
        AuditRows.insert(dsl, made.audit());
        mark(dsl, row.getId(), made.audit().at());
    }

    /** With the workspace locked, none of them can move. */
    private static List<RunsRecord> active(DSLContext dsl, int workspaceId) {
        return dsl.selectFrom(RUNS)
                .where(RUNS.WORKSPACE_ID.eq(workspaceId))
                .and(StatusColumns.isActive(RUNS))
                .orderBy(RUNS.ORD)
                .fetch();
    }

    private static RunChange endOf(RunsRecord run, Map<String, RunChange> ends) {
        return Optional.ofNullable(ends.get(run.getExternalId()))
                .orElseThrow(() -> new IllegalArgumentException(run.getExternalId() + " was to be ended"));
    }

    private static void mark(DSLContext dsl, int workspaceId, Instant at) {
        dsl.update(WORKSPACES)
                .set(WORKSPACES.DELETED_AT, at)
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
    public boolean carryOn(WorkspaceId workspace, int maxRuns) {
        return dsl.transactionResult(transaction -> DeletedRows.lock(transaction.dsl(), workspace)
                .filter(row -> DeletedRows.remove(transaction.dsl(), row, maxRuns))
                .isPresent());
    }
}
