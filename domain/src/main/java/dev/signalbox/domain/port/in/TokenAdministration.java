package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.refusal.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Site admins hand out tokens and revoke them, and support looks on; for anyone else, and for a token that is
 * restricted to organizations, {@link Refusal.NotFound}.
 */
public interface TokenAdministration {

    /** The longest life of a token that expires at all, in days: about a century. */
    int MAX_TOKEN_DAYS = 36_500;

    /** A token that was just made; its text is shown this once and kept nowhere. */
    record Issued(String text, ApiToken token, Account account) {}

    /** A token and the account it belongs to. */
    record Listed(ApiToken token, Account account) {}

    /**
     * Makes a token for the account of that name, which is made too, as a service account, if it is missing. Refuses
     * {@link Refusal.InvalidAttribute} {@code name}; {@code account} if it is disabled; {@code role} if the account has
     * another; {@code organizations} if one does not exist; and {@code expires-at} if it is not in the future or more
     * than {@link #MAX_TOKEN_DAYS} days away.
     *
     * @param organizations to which the token is restricted; empty for no restriction
     * @param expiresAt from when on it is refused, cut to its millisecond; absent for never
     */
    Issued create(
            String name, Role role, Set<OrganizationName> organizations, Optional<Instant> expiresAt, Actor actor);

    /**
     * Tokens, newest first, also those that are not valid any more.
     *
     * @param account only those of the account with this ID or name; none if there is no such account
     */
    Page<Listed> list(Optional<String> account, PageRequest page, Actor actor);

    /** The token with that ID. */
    Listed token(ApiTokenId id, Actor actor);

    /** Ends a token; one that has been revoked before stays so. */
    void revoke(ApiTokenId id, Actor actor);
}
