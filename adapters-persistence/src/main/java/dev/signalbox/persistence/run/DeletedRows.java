package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.persistence.jooq.tables.records.WorkspacesRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What is left of a workspace or an organization whose deletion has begun. */
final class DeletedRows {

    private DeletedRows() {}

    /** The organization first: of two that remove its last workspaces one would else see the other's still there. */
    static Optional<WorkspacesRecord> lock(DSLContext dsl, WorkspaceId workspace) {
        Condition isDeleted = WORKSPACES.EXTERNAL_ID.eq(workspace.value()).and(WORKSPACES.DELETED_AT.isNotNull());
        return dsl.selectFrom(WORKSPACES)
                .where(isDeleted)
                .fetchOptional(WORKSPACES.ORGANIZATION_ID)
                .flatMap(owner -> dsl.selectFrom(ORGANIZATIONS)
                        .where(ORGANIZATIONS.ID.eq(owner))
                        .forUpdate()
                        .fetchOptional())
                .flatMap(_ ->
                        dsl.selectFrom(WORKSPACES).where(isDeleted).forUpdate().fetchOptional());
    }

    /** Removes the oldest runs, and the workspace with the last; tells whether anything may be left. */
    static boolean remove(DSLContext dsl, WorkspacesRecord workspace, int maxRuns) {
        if (!DoomedRows.active(dsl, workspace.getId(), 1).isEmpty()) {
            return true;
        }
        List<String> removed = dsl.deleteFrom(RUNS)
                .where(RUNS.ORD.in(select(RUNS.ORD)
                        .from(RUNS)
                        .where(RUNS.WORKSPACE_ID.eq(workspace.getId()))
                        .orderBy(RUNS.ORD)
                        .limit(maxRuns)))
                .returningResult(RUNS.STATUS)
                .fetch(RUNS.STATUS);
        if (removed.size() == maxRuns) {
            removed.stream()
                    .collect(Collectors.groupingBy(RunRows::toStatus, Collectors.counting()))
                    .forEach((status, runs) -> RunChangeWriter.count(dsl, workspace.getId(), status, -runs));
            return true;
        }
        dsl.deleteFrom(WORKSPACES).where(WORKSPACES.ID.eq(workspace.getId())).execute();
        removeIfEmpty(dsl, workspace.getOrganizationId());
        return false;
    }

    /** Removes an organization whose deletion has begun and whose last workspace is gone. */
    static void removeIfEmpty(DSLContext dsl, int organizationId) {
        dsl.deleteFrom(ORGANIZATIONS)
                .where(ORGANIZATIONS.ID.eq(organizationId))
                .and(ORGANIZATIONS.DELETED_AT.isNotNull())
                .andNotExists(selectOne().from(WORKSPACES).where(WORKSPACES.ORGANIZATION_ID.eq(organizationId)))
                .execute();
    }
}
