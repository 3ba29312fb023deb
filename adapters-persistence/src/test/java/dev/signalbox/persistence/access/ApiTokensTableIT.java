package dev.signalbox.persistence.access;

import static dev.signalbox.persistence.jooq.Tables.ACCOUNTS;
import static dev.signalbox.persistence.jooq.Tables.API_TOKENS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.Role;
import dev.signalbox.persistence.jooq.tables.records.ApiTokensRecord;
import dev.signalbox.persistence.testing.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

class ApiTokensTableIT {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Account CI = new Account(
            new AccountId("user-1111111111111111"), "ci", Role.USER, Optional.empty(), false, NOON, Optional.empty());
    private static final ApiToken EVERYWHERE = new ApiToken(
            new ApiTokenId("at-1111111111111111"),
            CI.id(),
            "0".repeat(64),
            Set.of(),
            NOON,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final DSLContext dsl = TestDatabase.emptied();

    @Test
    void refusesATokenThatIsRestrictedToNothing() {
        dsl.insertInto(ACCOUNTS).set(AccessRows.toRow(CI)).execute();
        ApiTokensRecord row =
                AccessRows.toRow(EVERYWHERE, dsl.fetchSingle(ACCOUNTS).getId());
        row.setOrganizations(new String[0]);

        assertThatThrownBy(() -> dsl.insertInto(API_TOKENS).set(row).execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("api_tokens_restricted_to_something");
    }
}
