package dev.signalbox.persistence.directory;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.Organizations;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.page.CountedPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** Organizations in PostgreSQL. */
public final class JooqOrganizations implements Organizations {

    private final DSLContext dsl;

    /** Reads and writes through the context, in the transaction it stands in. */
    public JooqOrganizations(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public boolean add(Organization organization, AuditEvent audit) {
        return dsl.transactionResult(transaction -> {
            boolean added = transaction
                            .dsl()
                            .insertInto(ORGANIZATIONS)
                            .set(DirectoryRows.toRow(organization))
                            .onConflict(ORGANIZATIONS.FOLDED_NAME)
                            .doNothing()
                            .execute()
                    == 1;
            if (added) {
                AuditRows.insert(transaction.dsl(), audit);
            }
            return added;
        });
    }

    @Override
    public Optional<Organization> find(OrganizationName name) {
        return dsl.selectFrom(ORGANIZATIONS)
                .where(ORGANIZATIONS.FOLDED_NAME.eq(name.folded()))
                .fetchOptional(DirectoryRows::toOrganization);
    }

    @Override
    public Page<Organization> list(Set<String> only, PageRequest page) {
        Condition where = ORGANIZATIONS
                .DELETED_AT
                .isNull()
                .and(only.isEmpty() ? noCondition() : ORGANIZATIONS.FOLDED_NAME.eq(any(only.toArray(String[]::new))));
        return new CountedPage<>(
                        ORGANIZATIONS.ID,
                        where,
                        ORGANIZATIONS.FOLDED_NAME.asc(),
                        field(select(count().cast(SQLDataType.BIGINT))
                                .from(ORGANIZATIONS)
                                .where(where)),
                        ORGANIZATIONS,
                        List.of(ORGANIZATIONS.asterisk()))
                .fetch(dsl, page, row -> DirectoryRows.toOrganization(row.into(ORGANIZATIONS)));
    }
}
