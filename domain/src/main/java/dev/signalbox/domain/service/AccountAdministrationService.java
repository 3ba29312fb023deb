package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Name;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.AccountAdministration;
import dev.signalbox.domain.port.out.AccountChange;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Secrets;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes and changes accounts, and keeps somebody in who can. */
public final class AccountAdministrationService implements AccountAdministration {

    private final Accounts accounts;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource time;
    private final AuditEvents audit;

    /** Works on these ports; time is cut to milliseconds here. */
    public AccountAdministrationService(Accounts accounts, Secrets secrets, Ids ids, InstantSource time) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.ids = ids;
        this.time = time;
        this.audit = new AuditEvents(ids);
    }

    @Override
    public Page<Account> list(PageRequest page, Actor actor) {
        actor.requireEverywhere(Right.READ_ACCESS, Subject.PAGE);
        return accounts.list(page);
    }

    @Override
    public Account account(AccountId id, Actor actor) {
        actor.requireEverywhere(Right.READ_ACCESS, Subject.ACCOUNT);
        return accounts.find(id).orElseThrow(Refusals.notFound(Subject.ACCOUNT));
    }

    @Override
    public Account named(String name, Actor actor) {
        actor.requireEverywhere(Right.READ_ACCESS, Subject.ACCOUNT);
        return Optional.of(name)
                .filter(Name::matches)
                .flatMap(accounts::find)
                .orElseThrow(Refusals.notFound(Subject.ACCOUNT));
    }

    @Override
    public WithPassword createPerson(String name, Role role, Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.PAGE);
        String password = secrets.newPassword();
        Account person = fresh(name, role).withPassword(secrets.hashPassword(password), true);
        return new WithPassword(create(person, actor), password);
    }

    @Override
    public Account createService(String name, Role role, Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.PAGE);
        return create(fresh(name, role), actor);
    }

    private Account fresh(String name, Role role) {
        return Account.fresh("name", ids.account(), name, role, now());
    }

    private Account create(Account account, Actor actor) {
        if (!accounts.add(account, audit.of(AuditAction.ACCOUNT_CREATED, account.name(), actor, account.createdAt()))) {
            throw new Refused(new Refusal.NameTaken(Subject.ACCOUNT, account.name()));
        }
        return account;
    }

    @Override
    public Account change(AccountId id, Change change, Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.ACCOUNT);
        return update(id, standing -> changed(standing, change, actor));
    }

    private AccountChange changed(Accounts.Standing standing, Change change, Actor actor) {
        Account before = standing.account();
        Instant now = now();
        List<AuditEvent> events = new ArrayList<>();
        Account after = before;
        Optional<Role> role = change.role().filter(wanted -> wanted != before.role());
        if (role.isPresent()) {
            after = after.withRole(role.get());
            String subject = before.name() + " from " + before.role().wireName() + " to "
                    + role.get().wireName();
            events.add(audit.of(AuditAction.ACCOUNT_ROLE_CHANGED, subject, actor, now));
        }
        Optional<Boolean> disabled = change.disabled().filter(wanted -> wanted == before.isEnabled());
        if (disabled.isPresent()) {
            after = after.disabledFrom(disabled.get() ? Optional.of(now) : Optional.empty());
            AuditAction action = disabled.get() ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED;
            events.add(audit.of(action, before.name(), actor, now));
        }
        requireThatSomebodyIsLeft(standing, after, actor);
        return new AccountChange(after, events);
    }

    private static void requireThatSomebodyIsLeft(Accounts.Standing standing, Account after, Actor actor) {
        Account before = standing.account();
        if (after.equals(before)) {
            return;
        }
        if (actor.account().equals(Optional.of(before.id()))) {
            throw new Refused(new Refusal.OwnAccount(before.name()));
        }
        if (before.isAdminWhoCanSignIn() && !after.isAdminWhoCanSignIn() && !standing.anotherAdminCanSignIn()) {
            throw new Refused(new Refusal.LastSiteAdmin(before.name()));
        }
    }

    @Override
    public WithPassword resetPassword(AccountId id, Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.ACCOUNT);
        String password = secrets.newPassword();
        String hash = secrets.hashPassword(password);
        Account account = update(id, standing -> {
            if (!standing.account().isPerson()) {
                throw Refusals.notFound(Subject.ACCOUNT).get();
            }
            return new AccountChange(
                    standing.account().withPassword(hash, true),
                    List.of(audit.of(
                            AuditAction.ACCOUNT_PASSWORD_RESET,
                            standing.account().name(),
                            actor,
                            now())));
        });
        return new WithPassword(account, password);
    }

    private Account update(AccountId id, Function<Accounts.Standing, AccountChange> change) {
        return accounts.update(id, change).orElseThrow(Refusals.notFound(Subject.ACCOUNT));
    }

    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
