package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.refusal.Refusal;
import java.util.List;
import java.util.Set;

/**
 * Anyone looks up whose account an ID stands for. IDs cannot be guessed: whoever has one has seen it beside a lock or
 * an organization.
 */
public interface Users {

    /** The account with that ID. Refuses {@link Refusal.NotFound}. */
    Account user(AccountId id);

    /** The accounts with those IDs, as far as there are any, in no order. */
    List<Account> users(Set<AccountId> ids);

    /** The actor's own account. Refuses {@link Refusal.NotFound} who has none. */
    Account self(Actor actor);
}
