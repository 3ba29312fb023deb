package dev.signalbox.persistence.access;

import static dev.signalbox.persistence.jooq.Tables.API_TOKENS;
import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayRemove;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.persistence.audit.AuditRows;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;

/** The organizations that tokens are restricted to. */
public final class TokenReach {

    private TokenReach() {}

    /**
     * Keeps the organizations of these folded names from being deleted until the end of the transaction of the context;
     * false if one does not exist. Whoever deletes one waits, and then finds the token.
     */
    static boolean hold(DSLContext dsl, Set<String> organizations) {
        return organizations.isEmpty()
                || dsl.select(ORGANIZATIONS.ID)
                                .from(ORGANIZATIONS)
                                .where(ORGANIZATIONS.FOLDED_NAME.eq(any(organizations.toArray(String[]::new))))
                                .orderBy(ORGANIZATIONS.ID)
                                .forKeyShare()
                                .fetch()
                                .size()
                        == organizations.size();
    }

    /**
     * Takes an organization's name out of the tokens that are restricted to it, in the transaction of the context. A
     * token that would be restricted to nothing, and so not be restricted any more, is revoked as it is.
     */
    public static void remove(
            DSLContext dsl, OrganizationName name, Instant at, Function<ApiTokens.Owned, AuditEvent> revocation) {
        String[] alone = {name.folded()};
        dsl.update(API_TOKENS)
                .set(API_TOKENS.REVOKED_AT, at)
                .where(API_TOKENS.ORGANIZATIONS.eq(alone))
                .and(API_TOKENS.REVOKED_AT.isNull())
                .returningResult(API_TOKENS.ID)
                .fetch(API_TOKENS.ID)
                .forEach(id -> AuditRows.insert(dsl, revocation.apply(JooqApiTokens.fetch(dsl, id))));
        dsl.update(API_TOKENS)
                .set(API_TOKENS.ORGANIZATIONS, arrayRemove(API_TOKENS.ORGANIZATIONS, name.folded()))
                .where(API_TOKENS.ORGANIZATIONS.contains(alone))
                .and(API_TOKENS.REVOKED_AT.isNull())
                .execute();
    }
}
