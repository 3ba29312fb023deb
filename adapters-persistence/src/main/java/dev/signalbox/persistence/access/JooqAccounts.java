package dev.signalbox.persistence.access;

import static dev.signalbox.persistence.jooq.Tables.ACCOUNTS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.AccountChange;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.page.CountedPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** Accounts in PostgreSQL. */
public final class JooqAccounts implements Accounts {

    private static final CountedPage<Integer> ALL = new CountedPage<>(
            ACCOUNTS.ID,
            noCondition(),
            ACCOUNTS.FOLDED_NAME.asc(),
            field(select(count().cast(SQLDataType.BIGINT)).from(ACCOUNTS)),
            ACCOUNTS,
            List.of(ACCOUNTS.asterisk()));

    private final DSLContext dsl;

    /** Reads and writes through the context, in the transaction it stands in. */
    public JooqAccounts(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public boolean add(Account account, AuditEvent audit) {
        return dsl.transactionResult(transaction -> {
            boolean added = insert(transaction.dsl(), account).isPresent();
            if (added) {
                AuditRows.insert(transaction.dsl(), audit);
            }
            return added;
        });
    }

    /** The number of the account's row, which is made if there is none; absent if the name is another's. */
    static Optional<Integer> findOrAdd(DSLContext dsl, Account account) {
        return dsl.select(ACCOUNTS.ID)
                .from(ACCOUNTS)
                .where(ACCOUNTS.EXTERNAL_ID.eq(account.id().value()))
                .fetchOptional(ACCOUNTS.ID)
                .or(() -> insert(dsl, account));
    }

    private static Optional<Integer> insert(DSLContext dsl, Account account) {
        return dsl.insertInto(ACCOUNTS)
                .set(AccessRows.toRow(account))
                .onConflict(ACCOUNTS.FOLDED_NAME)
                .doNothing()
                .returningResult(ACCOUNTS.ID)
                .fetchOptional(ACCOUNTS.ID);
    }

    @Override
    public Optional<Account> update(AccountId id, Function<Standing, AccountChange> change) {
        return dsl.transactionResult(transaction -> {
            List<Account> locked = lockWithAdmins(transaction.dsl(), id);
            return locked.stream()
                    .filter(account -> account.id().equals(id))
                    .findFirst()
                    .map(account -> update(transaction.dsl(), standing(account, locked), change));
        });
    }

    /** All that count, in one order, so that of two who would each remove the last but one admin the second sees it. */
    private static List<Account> lockWithAdmins(DSLContext dsl, AccountId id) {
        return dsl.selectFrom(ACCOUNTS)
                .where(ACCOUNTS.EXTERNAL_ID
                        .eq(id.value())
                        .or(ACCOUNTS.ROLE
                                .eq(Role.SITE_ADMIN.wireName())
                                .and(ACCOUNTS.PASSWORD_HASH.isNotNull())
                                .and(ACCOUNTS.DISABLED_AT.isNull())))
                .orderBy(ACCOUNTS.ID)
                .forNoKeyUpdate()
                .fetch(AccessRows::toAccount);
    }

    private static Standing standing(Account account, List<Account> locked) {
        return new Standing(
                account,
                locked.stream().anyMatch(other -> !other.id().equals(account.id()) && other.isAdminWhoCanSignIn()));
    }

    private static Account update(DSLContext dsl, Standing before, Function<Standing, AccountChange> change) {
        AccountChange changed = change.apply(before);
        if (!changed.account().equals(before.account())) {
            dsl.update(ACCOUNTS)
                    .set(AccessRows.toRow(changed.account()))
                    .where(ACCOUNTS.EXTERNAL_ID.eq(before.account().id().value()))
                    .execute();
        }
        AuditRows.insert(dsl, changed.audit());
        return changed.account();
    }

    @Override
    public Page<Account> list(PageRequest page) {
        return ALL.fetch(dsl, page, row -> AccessRows.toAccount(row.into(ACCOUNTS)));
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return dsl.selectFrom(ACCOUNTS)
                .where(ACCOUNTS.EXTERNAL_ID.eq(id.value()))
                .fetchOptional(AccessRows::toAccount);
    }

    @Override
    public List<Account> find(Set<AccountId> ids) {
        return dsl.selectFrom(ACCOUNTS)
                .where(ACCOUNTS.EXTERNAL_ID.in(
                        ids.stream().map(AccountId::value).toList()))
                .fetch(AccessRows::toAccount);
    }

    @Override
    public Optional<Account> find(String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return dsl.selectFrom(ACCOUNTS)
                .where(ACCOUNTS.FOLDED_NAME.eq(Text.folded(name)))
                .fetchOptional(AccessRows::toAccount);
    }

    @Override
    public boolean anyoneCanSignIn() {
        return dsl.fetchExists(ACCOUNTS, ACCOUNTS.PASSWORD_HASH.isNotNull());
    }
}
