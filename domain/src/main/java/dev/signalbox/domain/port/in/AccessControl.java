package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.refusal.Refusal;
import java.util.Optional;

/** Who gets in: by a token, by a password, and the very first by making an account for it. */
public interface AccessControl {

    /** The shortest password a person may choose, in characters (NIST SP 800-63B-4, section 3.1.1.2). */
    int MIN_PASSWORD_LENGTH = 15;

    /** The longest password, in characters. */
    int MAX_PASSWORD_LENGTH = 200;

    /**
     * Someone who signed in, and whether they must change their password before anything else.
     *
     * @param mark of the password it was done with; another password has another mark
     */
    record SignedIn(Actor actor, boolean mustChangePassword, String mark) {}

    /**
     * The actor behind a bearer token; absent for one that is malformed, unknown, expired, revoked or its account's
     * disabled.
     */
    Optional<Actor> authenticate(String token, RequestOrigin origin);

    /**
     * The same for a request of a kind that comes in hundreds: it may take a moment longer, so that many are looked at
     * together. The token is looked at after the request has come all the same.
     */
    Optional<Actor> authenticateAmongMany(String token, RequestOrigin origin);

    /** Signs a person in; absent for an unknown name, a wrong password or a disabled account alike. */
    Optional<SignedIn> signIn(String name, String password, RequestOrigin origin);

    /**
     * Tells whether who signed in would still be let in like this: the account is there and enabled, and neither its
     * role nor its password is another.
     */
    boolean isStillWelcome(SignedIn person);

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
}
