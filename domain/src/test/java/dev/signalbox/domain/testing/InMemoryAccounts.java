package dev.signalbox.domain.testing;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.port.out.Accounts;
import java.util.List;
import java.util.Optional;

/** Accounts in memory. */
final class InMemoryAccounts implements Accounts {

    private final Tables tables;

    InMemoryAccounts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public boolean add(Account account, AuditEvent audit) {
        return tables.alone(() -> {
            if (named(account.name()).isPresent()) {
                return false;
            }
            Tables.require(!tables.accounts.containsKey(account.id()), "there is an account " + account.id());
            tables.keep(List.of(audit));
            tables.accounts.put(account.id(), account);
            return true;
        });
    }

    @Override
    public boolean replace(Account account, AuditEvent audit) {
        return tables.alone(() -> {
            if (!tables.accounts.containsKey(account.id())) {
                return false;
            }
            Tables.require(
                    named(account.name())
                            .filter(other -> !other.id().equals(account.id()))
                            .isEmpty(),
                    "there is another account " + account.name());
            tables.keep(List.of(audit));
            tables.accounts.put(account.id(), account);
            return true;
        });
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return tables.alone(() -> Optional.ofNullable(tables.accounts.get(id)));
    }

    @Override
    public Optional<Account> find(String name) {
        return tables.alone(() -> named(name));
    }

    @Override
    public boolean anyoneCanSignIn() {
        return tables.alone(() -> tables.accounts.values().stream()
                .anyMatch(account -> account.passwordHash().isPresent()));
    }

    private Optional<Account> named(String name) {
        return tables.accounts.values().stream()
                .filter(account -> Text.folded(account.name()).equals(Text.folded(name)))
                .findFirst();
    }
}
