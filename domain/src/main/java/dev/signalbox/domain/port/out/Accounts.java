package dev.signalbox.domain.port.out;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.audit.AuditEvent;
import java.util.Optional;

/** The accounts there are. Names are compared ignoring case. */
public interface Accounts {

    /**
     * Adds an account with its audit event, in one transaction.
     *
     * @return false if the name is taken
     */
    boolean add(Account account, AuditEvent audit);

    /**
     * Replaces the account of the same ID, with its audit event, in one transaction.
     *
     * @return false if there is none
     */
    boolean replace(Account account, AuditEvent audit);

    /** The account with that ID. */
    Optional<Account> find(AccountId id);

    /** The account of that name. */
    Optional<Account> find(String name);

    /** Tells whether there is any account with a password, which a person can sign in with. */
    boolean anyoneCanSignIn();
}
