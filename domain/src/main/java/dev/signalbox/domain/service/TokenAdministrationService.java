package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Name;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.TokenAdministration;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Organizations;
import dev.signalbox.domain.port.out.Secrets;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes tokens, and with them, if need be, the service account that owns them. */
public final class TokenAdministrationService implements TokenAdministration {

    private static final Duration LONGEST = Duration.ofDays(MAX_TOKEN_DAYS);

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Organizations organizations;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource time;
    private final AuditEvents audit;

    /** Works on these ports; time is cut to milliseconds here. */
    public TokenAdministrationService(
            Accounts accounts,
            ApiTokens tokens,
            Organizations organizations,
            Secrets secrets,
            Ids ids,
            InstantSource time) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.organizations = organizations;
        this.secrets = secrets;
        this.ids = ids;
        this.time = time;
        this.audit = new AuditEvents(ids);
    }

    @Override
    public Issued create(
            String name, Role role, Set<OrganizationName> restrictedTo, Optional<Instant> expiresAt, Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.TOKEN);
        Instant now = now();
        Optional<Instant> end = expiresAt.map(Milliseconds::of);
        end.ifPresent(instant -> requireBounds(instant, now));
        Set<String> reach = reach(restrictedTo);
        Optional<Account> known = Optional.of(name).filter(Name::matches).flatMap(accounts::find);
        known.ifPresent(account -> requireOwner(account, role));
        Account account = known.orElseGet(() -> Account.fresh("account", ids.account(), name, role, now));
        String text = secrets.newToken();
        ApiToken token = token(account, text, reach, now, end);
        ApiTokens.Owned owned = new ApiTokens.Owned(token, account);
        // Since they were looked up, an organization may have been deleted, or another request have made the account.
        return tokens.add(owned, created(owned, known.isEmpty(), actor))
                ? new Issued(text, token, account)
                : create(name, role, restrictedTo, expiresAt, actor);
    }

    private ApiToken token(Account owner, String text, Set<String> reach, Instant now, Optional<Instant> end) {
        return new ApiToken(
                ids.token(), owner.id(), secrets.hashToken(text), reach, now, end, Optional.empty(), Optional.empty());
    }

    private List<AuditEvent> created(ApiTokens.Owned owned, boolean withAccount, Actor actor) {
        Instant now = owned.token().createdAt();
        AuditEvent ofToken = audit.of(AuditAction.TOKEN_CREATED, owned, actor, now);
        return withAccount
                ? List.of(audit.of(AuditAction.ACCOUNT_CREATED, owned.account().name(), actor, now), ofToken)
                : List.of(ofToken);
    }

    private static void requireBounds(Instant end, Instant now) {
        if (!end.isAfter(now)) {
            throw Refusals.invalid("expires-at", "must be in the future");
        }
        if (end.isAfter(now.plus(LONGEST))) {
            throw Refusals.invalid("expires-at", "is more than " + MAX_TOKEN_DAYS + " days away");
        }
    }

    private Set<String> reach(Set<OrganizationName> names) {
        return names.stream()
                .map(name -> organizations.find(name).orElseThrow(() -> unknown(name)))
                .map(organization -> organization.name().folded())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Refused unknown(OrganizationName name) {
        return Refusals.invalid("organizations", "names " + name + ", which does not exist");
    }

    private static void requireOwner(Account owner, Role role) {
        if (!owner.isEnabled()) {
            throw Refusals.invalid("account", owner.name() + " is disabled");
        }
        if (owner.role() != role) {
            throw Refusals.invalid(
                    "role",
                    "must be that of account " + owner.name() + ", "
                            + owner.role().wireName());
        }
    }

    @Override
    public Page<Listed> list(Optional<String> account, PageRequest page, Actor actor) {
        actor.requireEverywhere(Right.READ_ACCESS, Subject.PAGE);
        Optional<AccountId> owner = account.flatMap(this::accountOf);
        if (account.isPresent() && owner.isEmpty()) {
            return new Page<>(List.of(), page, 0);
        }
        Page<ApiTokens.Owned> found = tokens.list(owner, page);
        return new Page<>(
                found.items().stream().map(TokenAdministrationService::listed).toList(), page, found.totalCount());
    }

    /** An account that is named by its ID or its name; what looks like an ID is one. */
    private Optional<AccountId> accountOf(String idOrName) {
        return AccountId.parse(idOrName)
                .or(() -> Optional.of(idOrName)
                        .filter(Name::matches)
                        .flatMap(accounts::find)
                        .map(Account::id));
    }

    @Override
    public Listed token(ApiTokenId id, Actor actor) {
        actor.requireEverywhere(Right.READ_ACCESS, Subject.TOKEN);
        return tokens.find(id).map(TokenAdministrationService::listed).orElseThrow(Refusals.notFound(Subject.TOKEN));
    }

    @Override
    public void revoke(ApiTokenId id, Actor actor) {
        actor.requireEverywhere(Right.MANAGE_ACCESS, Subject.TOKEN);
        ApiTokens.Owned owned = tokens.find(id).orElseThrow(Refusals.notFound(Subject.TOKEN));
        Instant now = now();
        tokens.revoke(id, now, audit.of(AuditAction.TOKEN_REVOKED, owned, actor, now));
    }

    private static Listed listed(ApiTokens.Owned owned) {
        return new Listed(owned.token(), owned.account());
    }

    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
