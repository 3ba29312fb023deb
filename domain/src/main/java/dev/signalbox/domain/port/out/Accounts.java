package dev.signalbox.domain.port.out;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The accounts there are. Names are compared ignoring case. */
public interface Accounts {

    /**
     * Adds an account with its audit event, in one transaction.
     *
     * @return false if the name is taken
     */
    boolean add(Account account, AuditEvent audit);

    /** An account, and whether there is yet another one with which a site admin can sign in. */
    record Standing(Account account, boolean anotherAdminCanSignIn) {}

    /**
     * Changes an account atomically, with its audit events: neither it nor who else is a site admin that can sign in
     * changes between what the function sees and what it returns. What the function throws leaves everything as it was.
     * The function must not change the identity, the name or the creation of the account.
     *
     * @return the account as it is afterwards; absent if it does not exist
     */
    Optional<Account> update(AccountId id, Function<Standing, AccountChange> change);

    /** All accounts in the order of their folded names. */
    Page<Account> list(PageRequest page);

    /** The account with that ID. */
    Optional<Account> find(AccountId id);

    /** The accounts with those IDs, as far as there are any, in no order. */
    List<Account> find(Set<AccountId> ids);

    /** The account of that name. */
    Optional<Account> find(String name);

    /** Tells whether there is any account with a password, which a person can sign in with. */
    boolean anyoneCanSignIn();
}
