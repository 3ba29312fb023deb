package dev.signalbox.domain.testing;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.ApiTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens in memory. */
final class InMemoryApiTokens implements ApiTokens {

    private final Tables tables;

    InMemoryApiTokens(Tables tables) {
        this.tables = tables;
    }

    @Override
    public boolean add(Owned owned, List<AuditEvent> audit) {
        ApiToken token = owned.token();
        return tables.alone(() -> {
            Tables.require(!tables.tokens.containsKey(token.id()), "there is a token " + token.id());
            Tables.require(
                    tables.tokens.values().stream()
                            .noneMatch(other -> other.secretHash().equals(token.secretHash())),
                    "there is a token of this hash");
            boolean known = tables.accounts.containsKey(owned.account().id());
            if (!tables.organizations.keySet().containsAll(token.organizations())
                    || !known
                            && InMemoryAccounts.named(tables, owned.account().name())
                                    .isPresent()) {
                return false;
            }
            tables.keep(audit);
            tables.accounts.putIfAbsent(owned.account().id(), owned.account());
            tables.tokens.put(token.id(), token);
            return true;
        });
    }

    @Override
    public Optional<Owned> findBySecretHash(String secretHash) {
        return tables.alone(() -> tables.tokens.values().stream()
                .filter(token -> token.secretHash().equals(secretHash))
                .findFirst()
                .map(this::owned));
    }

    @Override
    public Optional<Owned> findAmongMany(String secretHash) {
        return findBySecretHash(secretHash);
    }

    @Override
    public Optional<Owned> find(ApiTokenId id) {
        return tables.alone(() -> Optional.ofNullable(tables.tokens.get(id)).map(this::owned));
    }

    @Override
    public Page<Owned> list(Optional<AccountId> account, PageRequest page) {
        return tables.alone(() -> Tables.page(
                tables.tokens.values().stream()
                        .filter(token -> account.isEmpty() || account.get().equals(token.account()))
                        .map(this::owned)
                        .toList()
                        .reversed(),
                page));
    }

    @Override
    public boolean revoke(ApiTokenId id, Instant at, AuditEvent audit) {
        return tables.alone(() -> {
            Optional<ApiToken> valid = Optional.ofNullable(tables.tokens.get(id))
                    .filter(token -> token.revokedAt().isEmpty());
            valid.ifPresent(token -> {
                tables.keep(List.of(audit));
                tables.tokens.put(id, with(token, token.lastUsedAt(), Optional.of(at)));
            });
            return valid.isPresent();
        });
    }

    @Override
    public void used(ApiTokenId id, Instant at, Instant lately) {
        tables.alone(() -> tables.tokens.computeIfPresent(
                id,
                (_, token) -> token.lastUsedAt().filter(lately::isBefore).isPresent()
                        ? token
                        : with(token, Optional.of(at), token.revokedAt())));
    }

    private Owned owned(ApiToken token) {
        return new Owned(token, tables.accounts.get(token.account()));
    }

    private static ApiToken with(ApiToken token, Optional<Instant> usedAt, Optional<Instant> revokedAt) {
        return new ApiToken(
                token.id(),
                token.account(),
                token.secretHash(),
                token.organizations(),
                token.createdAt(),
                token.expiresAt(),
                usedAt,
                revokedAt);
    }
}
