package dev.signalbox.persistence.directory;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.WorkspaceChange;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceName;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.jooq.tables.records.OrganizationsRecord;
import dev.signalbox.persistence.jooq.tables.records.WorkspacesRecord;
import dev.signalbox.persistence.page.CountedPage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Workspaces in PostgreSQL. */
public final class JooqWorkspaces implements Workspaces {

    private static final Table<?> IN_ORGANIZATION =
            WORKSPACES.join(ORGANIZATIONS).on(WORKSPACES.ORGANIZATION_ID.eq(ORGANIZATIONS.ID));

    private final DSLContext dsl;

    /** Reads and writes through the context, in the transaction it stands in. */
    public JooqWorkspaces(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public boolean add(Workspace workspace, AuditEvent audit) {
        return dsl.transactionResult(transaction -> {
            boolean added = transaction
                            .dsl()
                            .insertInto(WORKSPACES)
                            .set(toRow(transaction.dsl(), workspace))
                            .onConflict(WORKSPACES.ORGANIZATION_ID, WORKSPACES.FOLDED_NAME)
                            .doNothing()
                            .execute()
                    == 1;
            if (added) {
                AuditRows.insert(transaction.dsl(), audit);
            }
            return added;
        });
    }

    private static WorkspacesRecord toRow(DSLContext dsl, Workspace workspace) {
        OrganizationsRecord organization = dsl.selectFrom(ORGANIZATIONS)
                .where(ORGANIZATIONS.FOLDED_NAME.eq(workspace.organization().folded()))
                // Until this is committed, nobody deletes the organization.
                .forKeyShare()
                .fetchOptional()
                .orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.ORGANIZATION)));
        String searchText = RunSearch.searchText(DirectoryRows.toOrganization(organization), workspace);
        return DirectoryRows.toRow(workspace, organization.getId(), searchText);
    }

    @Override
    public Optional<Workspace> update(WorkspaceId id, Function<Workspace, WorkspaceChange> change) {
        return dsl.transactionResult(
                transaction -> inOrganization(transaction.dsl(), WORKSPACES.EXTERNAL_ID.eq(id.value()))
                        .forNoKeyUpdate()
                        .of(WORKSPACES)
                        .fetchOptional(JooqWorkspaces::toWorkspace)
                        .map(before -> update(transaction.dsl(), before, change.apply(before))));
    }

    private static Workspace update(DSLContext dsl, Workspace before, WorkspaceChange change) {
        Workspace after = change.workspace();
        if (!before.with(after.lock()).equals(after)) {
            throw new IllegalArgumentException("not a lock of " + before.id() + " but another workspace");
        }
        dsl.update(WORKSPACES)
                .set(DirectoryRows.lockColumns(after))
                .where(WORKSPACES.EXTERNAL_ID.eq(after.id().value()))
                .execute();
        AuditRows.insert(dsl, change.audit());
        return after;
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return find(WORKSPACES.EXTERNAL_ID.eq(id.value()));
    }

    @Override
    public Optional<Workspace> find(OrganizationName organization, WorkspaceName name) {
        return find(ORGANIZATIONS.FOLDED_NAME.eq(organization.folded()).and(WORKSPACES.FOLDED_NAME.eq(name.folded())));
    }

    private Optional<Workspace> find(Condition condition) {
        return inOrganization(dsl, condition).fetchOptional(JooqWorkspaces::toWorkspace);
    }

    private static SelectConditionStep<Record> inOrganization(DSLContext dsl, Condition condition) {
        return dsl.select(WORKSPACES.asterisk(), ORGANIZATIONS.NAME)
                .from(IN_ORGANIZATION)
                .where(condition)
                .and(WORKSPACES.DELETED_AT.isNull());
    }

    @Override
    public Page<Workspace> list(OrganizationName organization, PageRequest page) {
        Field<Integer> owner = field(select(ORGANIZATIONS.ID)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.FOLDED_NAME.eq(organization.folded())));
        Condition where = WORKSPACES.ORGANIZATION_ID.eq(owner).and(WORKSPACES.DELETED_AT.isNull());
        return new CountedPage<>(
                        WORKSPACES.ID,
                        where,
                        WORKSPACES.FOLDED_NAME.asc(),
                        field(select(count().cast(SQLDataType.BIGINT))
                                .from(WORKSPACES)
                                .where(where)),
                        IN_ORGANIZATION,
                        List.of(WORKSPACES.asterisk(), ORGANIZATIONS.NAME))
                .fetch(dsl, page, JooqWorkspaces::toWorkspace);
    }

    private static Workspace toWorkspace(Record row) {
        return DirectoryRows.toWorkspace(row.into(WORKSPACES), row.get(ORGANIZATIONS.NAME));
    }
}
