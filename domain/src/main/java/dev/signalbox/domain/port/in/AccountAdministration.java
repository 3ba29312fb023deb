package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.refusal.Refusal;
import java.util.Optional;

/**
 * Site admins decide who has an account, and support looks on; for anyone else, and for a token that is restricted to
 * organizations, {@link Refusal.NotFound}.
 */
public interface AccountAdministration {

    /**
     * An account that is to be changed; what is absent stays as it is.
     *
     * @param disabled true to disable the account, with its tokens, and false to enable it again
     */
    record Change(Optional<Role> role, Optional<Boolean> disabled) {}

    /** An account whose password was just made; it is shown this once and must be changed at the next sign-in. */
    record WithPassword(Account account, String password) {}

    /** All accounts in the order of their folded names. */
    Page<Account> list(PageRequest page, Actor actor);

    /** The account with that ID. */
    Account account(AccountId id, Actor actor);

    /** The account of that name, ignoring case. */
    Account named(String name, Actor actor);

    /**
     * Makes an account for a person, with a password. Refuses {@link Refusal.InvalidAttribute} {@code name} and
     * {@link Refusal.NameTaken}.
     */
    WithPassword createPerson(String name, Role role, Actor actor);

    /** Makes an account that nobody can sign in with, for tokens. Refuses as {@link #createPerson} does. */
    Account createService(String name, Role role, Actor actor);

    /**
     * Changes the account, and returns it as it is then; its tokens follow at once. Refuses {@link Refusal.OwnAccount}
     * to take rights from oneself and {@link Refusal.LastSiteAdmin} if nobody would be left to sign in and manage.
     */
    Account change(AccountId id, Change change, Actor actor);

    /** Gives a person's account a new password. Refuses {@link Refusal.NotFound} for a service account too. */
    WithPassword resetPassword(AccountId id, Actor actor);
}
