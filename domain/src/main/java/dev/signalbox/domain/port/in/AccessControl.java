package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who gets in, and with what. Managing it is for site admins whose token, if any, is restricted to no organization. */
public interface AccessControl {

    /** The shortest password a person may choose, in characters (NIST SP 800-63B-4, section 3.1.1.2). */
    int MIN_PASSWORD_LENGTH = 15;

    /** The longest password, in characters. */
    int MAX_PASSWORD_LENGTH = 200;

    /** The longest life of a token that expires at all, in days: about a century. */
    int MAX_TOKEN_DAYS = 36_500;

    /** Someone who signed in, and whether they must change their password before anything else. */
    record SignedIn(Actor actor, boolean mustChangePassword) {}

    /** A token that was just made; its text is shown this once and kept nowhere. */
    record IssuedToken(String text, ApiToken token, Account account) {}

    /** A token and its owner's name and role, as listed. */
    record ListedToken(ApiToken token, Account account) {}

    /**
     * The actor behind a bearer token; absent for one that is malformed, unknown, expired, revoked or its account's
     * disabled.
     */
    Optional<Actor> authenticate(String token, RequestOrigin origin);

    /** Signs a person in; absent for an unknown name, a wrong password or a disabled account alike. */
    Optional<SignedIn> signIn(String name, String password, RequestOrigin origin);

    /**
     * Changes the actor's own password. Refuses {@link Refusal.InvalidAttribute} {@code password} for a wrong current
     * one, and {@code new-password} for one that is too short, too long, or the same.
     */
    void changePassword(String current, String wanted, Actor actor);

    /**
     * Tells whether there is an account with a password, that is whether {@link #createFirstAdmin} has nothing to do.
     */
    boolean anyoneCanSignIn();

    /**
     * Makes the very first account of a person, a site admin, if there is none yet. A service account of that name
     * becomes it if it is a site admin's. Refuses {@link Refusal.InvalidAttribute} {@code name} and {@code password},
     * and {@link Refusal.NameTaken} if the service account has another role or is disabled.
     *
     * @param password the password to take; absent to have one made, which must then be changed at the first sign-in
     * @return the password that was made or taken; absent if somebody can sign in already
     */
    Optional<String> createFirstAdmin(String name, Optional<String> password);

    /**
     * Gives a person's account a new password, to be changed at the next sign-in, and returns it. Refuses
     * {@link Refusal.NotFound}, also for a service account.
     */
    String resetPassword(String name, Actor actor);

    /**
     * Makes a token for the account of that name, which is made too, as a service account, if it is missing. Refuses
     * {@link Refusal.NotFound} without the right, for an organization that does not exist and for a disabled account;
     * {@link Refusal.NameTaken} if the account has another role; {@link Refusal.InvalidAttribute} {@code name}, and
     * {@code expires} if it is not positive or longer than {@link #MAX_TOKEN_DAYS}.
     *
     * @param organizations to which the token is restricted; empty for no restriction
     * @param lifetime after which it expires; absent for never
     */
    IssuedToken createToken(
            String name, Role role, Set<OrganizationName> organizations, Optional<Duration> lifetime, Actor actor);

    /** All tokens, newest first. Refuses {@link Refusal.NotFound} without the right. */
    List<ListedToken> tokens(Actor actor);

    /** Ends a token; one that has been revoked before stays so. Refuses {@link Refusal.NotFound}. */
    void revokeToken(ApiTokenId token, Actor actor);
}
