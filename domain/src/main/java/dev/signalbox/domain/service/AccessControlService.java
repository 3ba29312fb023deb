package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Organizations;
import dev.signalbox.domain.port.out.Secrets;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets in whom it knows, and hands out what they come with. */
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
    private final TokenIssue issue;

    /** Works on these ports; time is cut to milliseconds here. */
    public AccessControlService(
            Accounts accounts,
            ApiTokens tokens,
            Organizations organizations,
            AuditTrail trail,
            Secrets secrets,
            Ids ids,
            InstantSource time) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.trail = trail;
        this.secrets = secrets;
        this.ids = ids;
        this.time = time;
        this.audit = new AuditEvents(ids);
        this.passwords = new Passwords(accounts, secrets);
        this.issue = new TokenIssue(accounts, tokens, organizations, secrets, ids);
    }

    @Override
    public Optional<Actor> authenticate(String text, RequestOrigin origin) {
        if (!secrets.isToken(text)) {
            return Optional.empty();
        }
        Instant now = now();
        Optional<ApiTokens.Owned> valid = tokens.findBySecretHash(secrets.hashToken(text))
                .filter(owned -> owned.token().isValid(now) && owned.account().isEnabled());
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
            return new SignedIn(actor, person.mustChangePassword());
        });
    }

    @Override
    public void changePassword(String current, String wanted, Actor actor) {
        Account account = actor.account().flatMap(accounts::find).orElseThrow(Refusals.notFound(Subject.ACCOUNT));
        if (passwords.check(account.name(), current).isEmpty()) {
            throw Refusals.invalid("password", "is not your present password");
        }
        Passwords.require("new-password", wanted);
        if (wanted.equals(current)) {
            throw Refusals.invalid("new-password", "is your present password");
        }
        replace(account.withPassword(secrets.hashPassword(wanted), false), AuditAction.ACCOUNT_PASSWORD_CHANGED, actor);
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
        Account admin = new Account(
                ids.account(),
                name,
                Role.SITE_ADMIN,
                Optional.of(secrets.hashPassword(password)),
                wanted.isEmpty(),
                now(),
                Optional.empty());
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
        replace(
                service.withPassword(secrets.hashPassword(password), mustChange),
                AuditAction.ACCOUNT_PASSWORD_RESET,
                Actor.atTheServer());
        return Optional.of(password);
    }

    @Override
    public String resetPassword(String name, Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.ACCOUNT);
        Account account = passwords
                .named(name)
                .filter(found -> found.passwordHash().isPresent())
                .orElseThrow(Refusals.notFound(Subject.ACCOUNT));
        String password = secrets.newPassword();
        replace(account.withPassword(secrets.hashPassword(password), true), AuditAction.ACCOUNT_PASSWORD_RESET, actor);
        return password;
    }

    @Override
    public IssuedToken createToken(
            String name, Role role, Set<OrganizationName> organizations, Optional<Duration> lifetime, Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.TOKEN);
        return issue.issue(new TokenIssue.Request(name, role, organizations, lifetime), actor, now());
    }

    @Override
    public List<ListedToken> tokens(Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.TOKEN);
        return tokens.list().stream()
                .map(owned -> new ListedToken(owned.token(), owned.account()))
                .toList();
    }

    @Override
    public void revokeToken(ApiTokenId id, Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.TOKEN);
        ApiTokens.Owned owned = tokens.find(id).orElseThrow(Refusals.notFound(Subject.TOKEN));
        Instant now = now();
        tokens.revoke(
                id,
                now,
                audit.of(AuditAction.TOKEN_REVOKED, TokenIssue.subject(owned.token(), owned.account()), actor, now));
    }

    /** A use before the last one, by a clock that has stepped back, is not worth a write either. */
    private static boolean isUseWorthNoting(ApiToken token, Instant now) {
        return token.lastUsedAt()
                .map(last -> !now.isBefore(last.plus(USE_RESOLUTION)))
                .orElse(true);
    }

    private void replace(Account account, AuditAction action, Actor actor) {
        if (!accounts.replace(account, audit.of(action, account.name(), actor, now()))) {
            throw Refusals.notFound(Subject.ACCOUNT).get();
        }
    }

    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
