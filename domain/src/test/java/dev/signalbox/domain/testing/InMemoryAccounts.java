package dev.signalbox.domain.testing;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.AccountChange;
import dev.signalbox.domain.port.out.Accounts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Accounts in memory. */
final class InMemoryAccounts implements Accounts {

    private final Tables tables;

    InMemoryAccounts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public boolean add(Account account, AuditEvent audit) {
        return tables.alone(() -> {
            if (named(tables, account.name()).isPresent()) {
                return false;
            }
            Tables.require(!tables.accounts.containsKey(account.id()), "there is an account " + account.id());
            tables.keep(List.of(audit));
            tables.accounts.put(account.id(), account);
            return true;
        });
    }

    @Override
    public Optional<Account> update(AccountId id, Function<Standing, AccountChange> change) {
        return tables.alone(() -> Optional.ofNullable(tables.accounts.get(id)).map(account -> {
            AccountChange changed = change.apply(new Standing(account, anotherAdminCanSignIn(id)));
            tables.keep(changed.audit());
            tables.accounts.put(id, changed.account());
            return changed.account();
        }));
    }

    private boolean anotherAdminCanSignIn(AccountId id) {
        return tables.accounts.values().stream()
                .anyMatch(other -> !other.id().equals(id) && other.isAdminWhoCanSignIn());
    }

    @Override
    public Page<Account> list(PageRequest page) {
        return tables.alone(() -> Tables.page(
                tables.accounts.values().stream()
                        .sorted(Comparator.comparing(account -> Text.folded(account.name())))
                        .toList(),
                page));
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return tables.alone(() -> Optional.ofNullable(tables.accounts.get(id)));
    }

    @Override
    public List<Account> find(Set<AccountId> ids) {
        return tables.alone(() -> tables.accounts.values().stream()
                .filter(account -> ids.contains(account.id()))
                .toList());
    }

    @Override
    public Optional<Account> find(String name) {
        return tables.alone(() -> named(tables, name));
    }

    @Override
    public boolean anyoneCanSignIn() {
        return tables.alone(() -> tables.accounts.values().stream()
                .anyMatch(account -> account.passwordHash().isPresent()));
    }

    static Optional<Account> named(Tables tables, String name) {
        return tables.accounts.values().stream()
                .filter(account -> Text.folded(account.name()).equals(Text.folded(name)))
                .findFirst();
    }
}
