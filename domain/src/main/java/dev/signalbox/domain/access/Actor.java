package dev.signalbox.domain.access;

import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks: an account, perhaps through a token, with what it may do.
 *
 * @param account absent for the person at the server itself, who has no account
 * @param name the account's name at this time
 * @param token the token it came with; absent for a person who signed in
 * @param organizations the folded names of the organizations the token is restricted to; empty for no restriction
 */
public record Actor(
        Optional<AccountId> account,
        String name,
        Role role,
        Optional<ApiTokenId> token,
        Set<String> organizations,
        RequestOrigin origin) {

    private static final String SERVER = "server";
    private static final String POLICY = "policy";

    /** Keeps a copy that nobody can change. */
    public Actor {
        organizations = Set.copyOf(organizations);
    }

    /** The person at the server itself, who can reach the database anyway. */
    public static Actor atTheServer() {
        return new Actor(Optional.empty(), SERVER, Role.SITE_ADMIN, Optional.empty(), Set.of(), RequestOrigin.NONE);
    }

    /** The limits that an administrator has set, where they may act by themselves. */
    public static Actor policy() {
        return new Actor(Optional.empty(), POLICY, Role.SITE_ADMIN, Optional.empty(), Set.of(), RequestOrigin.NONE);
    }

    /** Tells whether the name is that of an actor without an account, ignoring case: the audit has only the name. */
    public static boolean isWithoutAccount(String name) {
        return SERVER.equalsIgnoreCase(name) || POLICY.equalsIgnoreCase(name);
    }

    /** Tells whether the actor's role has the right. */
    public boolean may(Right right) {
        return role.has(right);
    }

    /** Tells whether the actor has the right, and its token reaches every organization. */
    public boolean mayEverywhere(Right right) {
        return may(right) && organizations.isEmpty();
    }

    /** Tells whether the actor's token reaches the organization. */
    public boolean sees(OrganizationName organization) {
        return organizations.isEmpty() || organizations.contains(organization.folded());
    }

    /** Refuses {@link Refusal.NotFound} unless the actor has the right. */
    public void require(Right right, Subject subject) {
        if (!may(right)) {
            throw new Refused(new Refusal.NotFound(subject));
        }
    }

    /**
     * Refuses {@link Refusal.NotFound} unless the actor has the right and its token reaches every organization: what
     * speaks of the whole installation is not for a token that is restricted to a part of it.
     */
    public void requireEverywhere(Right right, Subject subject) {
        if (!mayEverywhere(right)) {
            throw new Refused(new Refusal.NotFound(subject));
        }
    }

    /** Refuses {@link Refusal.NotFound} unless the actor's token reaches the organization. */
    public void requireSight(OrganizationName organization, Subject subject) {
        if (!sees(organization)) {
            throw new Refused(new Refusal.NotFound(subject));
        }
    }
}
