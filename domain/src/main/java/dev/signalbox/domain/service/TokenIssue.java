package dev.signalbox.domain.service;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Organizations;
import dev.signalbox.domain.port.out.Secrets;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a token comes into being, and with it, if need be, the service account that owns it. */
record TokenIssue(Accounts accounts, ApiTokens tokens, Organizations organizations, Secrets secrets, Ids ids) {

    private static final Duration LONGEST = Duration.ofDays(AccessControl.MAX_TOKEN_DAYS);

    /** What is asked for. */
    record Request(String name, Role role, Set<OrganizationName> organizations, Optional<Duration> lifetime) {}

    AccessControl.IssuedToken issue(Request request, Actor actor, Instant now) {
        request.lifetime().ifPresent(TokenIssue::requireBounds);
        Set<String> reach = reach(request.organizations());
        Account account = owner(request, actor, now);
        String text = secrets.newToken();
        ApiToken token = new ApiToken(
                ids.token(),
                account.id(),
                secrets.hashToken(text),
                reach,
                now,
                request.lifetime().map(now::plus),
                Optional.empty(),
                Optional.empty());
        tokens.add(token, new AuditEvents(ids).of(AuditAction.TOKEN_CREATED, subject(token, account), actor, now));
        return new AccessControl.IssuedToken(text, token, account);
    }

    /** How the audit names a token: its owner and its ID. */
    static String subject(ApiToken token, Account account) {
        return account.name() + " " + token.id();
    }

    private static void requireBounds(Duration lifetime) {
        if (lifetime.toMillis() < 1) {
            throw Refusals.invalid("expires", "must be in the future");
        }
        if (lifetime.compareTo(LONGEST) > 0) {
            throw Refusals.invalid("expires", "is more than " + AccessControl.MAX_TOKEN_DAYS + " days away");
        }
    }

    private Set<String> reach(Set<OrganizationName> names) {
        return names.stream()
                .map(name -> organizations.find(name).orElseThrow(Refusals.notFound(Subject.ORGANIZATION)))
                .map(organization -> organization.name().folded())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Account owner(Request request, Actor actor, Instant now) {
        Account fresh = new Account(
                ids.account(), request.name(), request.role(), Optional.empty(), false, now, Optional.empty());
        Account owner = accounts.find(request.name())
                .or(() -> {
                    accounts.add(fresh, new AuditEvents(ids).of(AuditAction.ACCOUNT_CREATED, fresh.name(), actor, now));
                    // Another request may have made it first; then its account is the one.
                    return accounts.find(request.name());
                })
                .filter(Account::isEnabled)
                .orElseThrow(Refusals.notFound(Subject.ACCOUNT));
        if (owner.role() != request.role()) {
            throw new Refused(new Refusal.NameTaken(Subject.ACCOUNT, owner.name()));
        }
        return owner;
    }
}
