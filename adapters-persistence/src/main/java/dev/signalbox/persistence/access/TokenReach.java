package dev.signalbox.persistence.access;

import static dev.signalbox.persistence.jooq.Tables.API_TOKENS;
import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static org.jooq.impl.DSL.any;

import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.persistence.audit.AuditRows;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;

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
     * Takes an organization out of the tokens that are restricted to it, in the transaction of the context. What is
     * left of each is told from its locked row: another of its organizations may just have been deleted, too.
     */
    public static void remove(
            DSLContext dsl, OrganizationName name, Instant at, Function<ApiTokens.Owned, AuditEvent> ofToken) {
        String[] named = {name.folded()};
        List<ApiTokens.Owned> left =
                JooqApiTokens.lock(dsl, API_TOKENS.ORGANIZATIONS.contains(named).and(API_TOKENS.REVOKED_AT.isNull()))
                        .stream()
                        .map(owned -> new ApiTokens.Owned(owned.token().without(name, at), owned.account()))
                        .toList();
        dsl.batch(left.stream().map(owned -> update(dsl, owned.token())).toList())
                .execute();
        AuditRows.insert(dsl, left.stream().map(ofToken).toList());
    }

    private static Query update(DSLContext dsl, ApiToken token) {
        return dsl.update(API_TOKENS)
                .set(API_TOKENS.ORGANIZATIONS, AccessRows.restriction(token).orElse(null))
                .set(API_TOKENS.REVOKED_AT, token.revokedAt().orElse(null))
                .where(API_TOKENS.EXTERNAL_ID.eq(token.id().value()));
    }
}
