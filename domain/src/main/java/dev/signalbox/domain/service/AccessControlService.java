package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.out.AccountChange;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Secrets;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets in whom it knows. */
public final class AccessControlService implements AccessControl {

    /** How old the last noted use of a token may be before another is written down. */
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final AuditTrail trail;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource time;
    private final AuditEvents audit;
    private final Passwords passwords;

    /** Works on these ports; time is cut to milliseconds here. */
    public AccessControlService(
            Accounts accounts, ApiTokens tokens, AuditTrail trail, Secrets secrets, Ids ids, InstantSource time) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.trail = trail;
        this.secrets = secrets;
        this.ids = ids;
        this.time = time;
        this.audit = new AuditEvents(ids);
        this.passwords = new Passwords(accounts, secrets);
    }

    @Override
    public Optional<Actor> authenticate(String text, RequestOrigin origin) {
        return authenticate(text, origin, tokens::findBySecretHash);
    }

    @Override
    public Optional<Actor> authenticateAmongMany(String text, RequestOrigin origin) {
        return authenticate(text, origin, tokens::findAmongMany);
    }

    private Optional<Actor> authenticate(
            String text, RequestOrigin origin, Function<String, Optional<ApiTokens.Owned>> look) {
        if (!secrets.isToken(text)) {
            return Optional.empty();
        }
        Optional<ApiTokens.Owned> found = look.apply(secrets.hashToken(text));
        Instant now = now();
        Optional<ApiTokens.Owned> valid = found.filter(
                owned -> owned.token().isValid(now) && owned.account().isEnabled());
        valid.map(ApiTokens.Owned::token)
                .filter(token -> isUseWorthNoting(token, now))
                .ifPresent(token -> tokens.used(token.id(), now, now.minus(USE_RESOLUTION)));
        return valid.map(owned -> owned.account().actor(Optional.of(owned.token()), origin));
    }

    @Override
    public Optional<SignedIn> signIn(String name, String password, RequestOrigin origin) {
        Optional<Account> account = passwords.check(name, password);
        return account.map(person -> {
            Actor actor = person.actor(Optional.empty(), origin);
            trail.add(audit.of(AuditAction.SIGNED_IN, person.name(), actor, now()));
            return new SignedIn(actor, person.mustChangePassword(), mark(person));
        });
    }

    @Override
    public boolean isStillWelcome(SignedIn person) {
        return person.actor()
                .account()
                .flatMap(accounts::find)
                .filter(Account::isEnabled)
                .filter(account -> account.role() == person.actor().role())
                .filter(account -> mark(account).equals(person.mark()))
                .isPresent();
    }

    /** What is salted and slow to make is made short, so that it can lie in sessions without giving anything away. */
    private String mark(Account account) {
        return account.passwordHash().map(secrets::hashToken).orElse("");
    }

    @Override
    public void changePassword(String current, String wanted, Actor actor) {
        Account account = actor.account().flatMap(accounts::find).orElseThrow(Refusals.notFound(Subject.ACCOUNT));
        if (passwords.check(account.name(), current).isEmpty()) {
            throw notYourPassword();
        }
        Passwords.require("new-password", wanted);
        if (wanted.equals(current)) {
            throw Refusals.invalid("new-password", "is your present password");
        }
        AuditEvent event = audit.of(AuditAction.ACCOUNT_PASSWORD_CHANGED, account.name(), actor, now());
        setPassword(account, wanted, false, event);
    }

    @Override
    public boolean anyoneCanSignIn() {
        return accounts.anyoneCanSignIn();
    }

    @Override
    public Optional<String> createFirstAdmin(String name, Optional<String> wanted) {
        if (accounts.anyoneCanSignIn()) {
            return Optional.empty();
        }
        wanted.ifPresent(password -> Passwords.require("password", password));
        String password = wanted.orElseGet(secrets::newPassword);
        Account admin = Account.fresh("name", ids.account(), name, Role.SITE_ADMIN, now())
                .withPassword(secrets.hashPassword(password), wanted.isEmpty());
        if (accounts.add(admin, audit.of(AuditAction.ACCOUNT_CREATED, name, Actor.atTheServer(), admin.createdAt()))) {
            return Optional.of(password);
        }
        return giveFirstPassword(name, password, wanted.isEmpty());
    }

    /** A token that was made before the first start may have made the account, without a password. */
    private Optional<String> giveFirstPassword(String name, String password, boolean mustChange) {
        if (accounts.anyoneCanSignIn()) {
            return Optional.empty();
        }
        Account service = accounts.find(name)
                .filter(found -> found.isEnabled() && found.role() == Role.SITE_ADMIN)
                .orElseThrow(() -> new Refused(new Refusal.NameTaken(Subject.ACCOUNT, name)));
        AuditEvent event = audit.of(AuditAction.ACCOUNT_PASSWORD_RESET, service.name(), Actor.atTheServer(), now());
        setPassword(service, password, mustChange, event);
        return Optional.of(password);
    }

    /** A use before the last one, by a clock that has stepped back, is not worth a write either. */
    private static boolean isUseWorthNoting(ApiToken token, Instant now) {
        return token.lastUsedAt()
                .map(last -> !now.isBefore(last.plus(USE_RESOLUTION)))
                .orElse(true);
    }

    /** Not if it has got another password since it was looked at: whoever did that would see theirs undone. */
    private void setPassword(Account looked, String password, boolean mustChange, AuditEvent event) {
        String hash = secrets.hashPassword(password);
        var _ = accounts.update(looked.id(), standing -> {
                    if (!standing.account().passwordHash().equals(looked.passwordHash())) {
                        throw notYourPassword();
                    }
                    return new AccountChange(standing.account().withPassword(hash, mustChange), List.of(event));
                })
                .orElseThrow(Refusals.notFound(Subject.ACCOUNT));
    }

    private static Refused notYourPassword() {
        return Refusals.invalid("password", "is not your present password");
    }

    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
