package dev.signalbox.domain.service;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.Users;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.refusal.Subject;
import java.util.List;
import java.util.Set;

/** Looks up accounts by their IDs. */
public final class UsersService implements Users {

    private final Accounts accounts;

    /** Works on this port. */
    public UsersService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Account user(AccountId id) {
        return accounts.find(id).orElseThrow(Refusals.notFound(Subject.ACCOUNT));
    }

    @Override
    public List<Account> users(Set<AccountId> ids) {
        return accounts.find(ids);
    }

    @Override
    public Account self(Actor actor) {
        return actor.account().flatMap(accounts::find).orElseThrow(Refusals.notFound(Subject.ACCOUNT));
    }
}
