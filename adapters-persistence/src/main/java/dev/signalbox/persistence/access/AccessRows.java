package dev.signalbox.persistence.access;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.Role;
import dev.signalbox.persistence.jooq.tables.records.AccountsRecord;
import dev.signalbox.persistence.jooq.tables.records.ApiTokensRecord;
import java.util.Optional;
import java.util.Set;

/** Accounts and tokens to rows and back. */
final class AccessRows {

    private AccessRows() {}

    static AccountsRecord toRow(Account account) {
        AccountsRecord row = new AccountsRecord();
        row.setExternalId(account.id().value());
        row.setName(account.name());
        row.setFoldedName(Text.folded(account.name()));
        row.setRole(account.role().wireName());
        row.setPasswordHash(account.passwordHash().orElse(null));
        row.setMustChangePassword(account.mustChangePassword());
        row.setCreatedAt(account.createdAt());
        row.setDisabledAt(account.disabledAt().orElse(null));
        return row;
    }

    static Account toAccount(AccountsRecord row) {
        return new Account(
                new AccountId(row.getExternalId()),
                row.getName(),
                Role.ofWireName(row.getRole()).orElseThrow(),
                Optional.ofNullable(row.getPasswordHash()),
                row.getMustChangePassword(),
                row.getCreatedAt(),
                Optional.ofNullable(row.getDisabledAt()));
    }

    static ApiTokensRecord toRow(ApiToken token, int accountId) {
        ApiTokensRecord row = new ApiTokensRecord();
        row.setExternalId(token.id().value());
        row.setAccountId(accountId);
        row.setSecretHash(token.secretHash());
        row.setOrganizations(restriction(token).orElse(null));
        row.setCreatedAt(token.createdAt());
        row.setExpiresAt(token.expiresAt().orElse(null));
        row.setLastUsedAt(token.lastUsedAt().orElse(null));
        row.setRevokedAt(token.revokedAt().orElse(null));
        return row;
    }

    /** Absent, not empty, for a token that reaches everything. */
    static Optional<String[]> restriction(ApiToken token) {
        return Optional.of(token.organizations().stream().sorted().toArray(String[]::new))
                .filter(names -> names.length > 0);
    }

    static ApiToken toToken(ApiTokensRecord row, AccountId account) {
        return new ApiToken(
                new ApiTokenId(row.getExternalId()),
                account,
                row.getSecretHash(),
                Optional.ofNullable(row.getOrganizations())
                        .map(names -> Set.of(names))
                        .orElseGet(Set::of),
                row.getCreatedAt(),
                Optional.ofNullable(row.getExpiresAt()),
                Optional.ofNullable(row.getLastUsedAt()),
                Optional.ofNullable(row.getRevokedAt()));
    }
}
