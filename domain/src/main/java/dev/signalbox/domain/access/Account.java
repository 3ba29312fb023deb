package dev.signalbox.domain.access;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Name;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A person or a service that uses Signalbox.
 *
 * @param name what it signs in with; unique ignoring case
 * @param passwordHash absent for a service account, which cannot sign in
 * @param mustChangePassword the password was made by Signalbox: the portal asks for another before anything else
 * @param disabledAt from when on neither the account nor its tokens are accepted
 */
public record Account(
        AccountId id,
        String name,
        Role role,
        Optional<String> passwordHash,
        boolean mustChangePassword,
        Instant createdAt,
        Optional<Instant> disabledAt) {

    private static final String RESERVED = "is reserved: the audit calls one who has no account so";

    /** Refuses {@link Refusal.InvalidAttribute} a name of another shape than {@link Name}. */
    public Account {
        if (!Name.matches(name)) {
            throw new Refused(new Refusal.InvalidAttribute("name", Name.PROBLEM));
        }
        Milliseconds.check(createdAt);
        Milliseconds.check(disabledAt);
    }

    /**
     * An account that is to be made: a service's, unless it gets a password. Refuses {@link Refusal.InvalidAttribute}
     * what the audit calls those who have no account; an account that has been called so since before keeps its name.
     *
     * @param attribute what the name is called where it was given
     */
    public static Account fresh(String attribute, AccountId id, String name, Role role, Instant createdAt) {
        if (Actor.isWithoutAccount(name)) {
            throw new Refused(new Refusal.InvalidAttribute(attribute, RESERVED));
        }
        return new Account(id, name, role, Optional.empty(), false, createdAt, Optional.empty());
    }

    /** Tells whether the account is of use at all. */
    public boolean isEnabled() {
        return disabledAt.isEmpty();
    }

    /** The account with another password. */
    public Account withPassword(String hash, boolean mustChange) {
        return new Account(id, name, role, Optional.of(hash), mustChange, createdAt, disabledAt);
    }

    /** The account with another role. */
    public Account withRole(Role wanted) {
        return new Account(id, name, wanted, passwordHash, mustChangePassword, createdAt, disabledAt);
    }

    /** The account, disabled from that time on, or, without one, enabled. */
    public Account disabledFrom(Optional<Instant> at) {
        return new Account(id, name, role, passwordHash, mustChangePassword, createdAt, at);
    }

    /** Tells whether the account is a person's, who has a password to sign in with. */
    public boolean isPerson() {
        return passwordHash.isPresent();
    }

    /** Tells whether somebody can sign in with the account and manage everything. */
    public boolean isAdminWhoCanSignIn() {
        return isEnabled() && isPerson() && role == Role.SITE_ADMIN;
    }

    /** The account as the actor of a request. */
    public Actor actor(Optional<ApiToken> token, RequestOrigin origin) {
        return new Actor(
                Optional.of(id),
                name,
                role,
                token.map(ApiToken::id),
                token.map(ApiToken::organizations).orElseGet(Set::of),
                origin);
    }
}
