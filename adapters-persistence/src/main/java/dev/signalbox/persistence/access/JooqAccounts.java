package dev.signalbox.persistence.access;

import static dev.signalbox.persistence.jooq.Tables.ACCOUNTS;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.persistence.audit.AuditRows;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;

/** Accounts in PostgreSQL. */
public final class JooqAccounts implements Accounts {

    private final DSLContext dsl;

    /** Reads and writes through the context, in the transaction it stands in. */
    public JooqAccounts(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public boolean add(Account account, AuditEvent audit) {
        return audited(
                audit,
                transaction -> transaction
                        .insertInto(ACCOUNTS)
                        .set(AccessRows.toRow(account))
                        .onConflict(ACCOUNTS.FOLDED_NAME)
                        .doNothing()
                        .execute());
    }

    @Override
    public boolean replace(Account account, AuditEvent audit) {
        return audited(
                audit,
                transaction -> transaction
                        .update(ACCOUNTS)
                        .set(AccessRows.toRow(account))
                        .where(ACCOUNTS.EXTERNAL_ID.eq(account.id().value()))
                        .execute());
    }

    /** Keeps the event only if the change touched a row. */
    private boolean audited(AuditEvent audit, ToIntFunction<DSLContext> change) {
        return dsl.transactionResult(transaction -> {
            boolean changed = change.applyAsInt(transaction.dsl()) == 1;
            if (changed) {
                AuditRows.insert(transaction.dsl(), audit);
            }
            return changed;
        });
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return dsl.selectFrom(ACCOUNTS)
                .where(ACCOUNTS.EXTERNAL_ID.eq(id.value()))
                .fetchOptional(AccessRows::toAccount);
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
