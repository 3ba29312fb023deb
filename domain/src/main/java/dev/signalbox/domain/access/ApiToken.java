package dev.signalbox.domain.access;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.organization.OrganizationName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A token with which an account uses the API; it dies with its account.
 *
 * @param secretHash SHA-256 of the whole token text, 64 hexadecimal digits; the text itself is kept nowhere
 * @param organizations the folded names of the organizations it is restricted to; empty for no restriction
 * @param lastUsedAt to within a minute
 */
public record ApiToken(
        ApiTokenId id,
        AccountId account,
        String secretHash,
        Set<String> organizations,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    /** Refuses, as a programming error, an instant finer than a millisecond; keeps a copy nobody can change. */
    public ApiToken {
        organizations = Set.copyOf(organizations);
        Milliseconds.check(createdAt);
        Milliseconds.check(expiresAt);
        Milliseconds.check(lastUsedAt);
        Milliseconds.check(revokedAt);
    }

    /** Tells whether the token is accepted at that time, as far as it alone can say. */
    public boolean isValid(Instant at) {
        return revokedAt.isEmpty() && expiresAt.filter(end -> !at.isBefore(end)).isEmpty();
    }

    /**
     * The token without one of the organizations it is restricted to. One that would be restricted to nothing, and so
     * not be restricted any more, is revoked as it is.
     */
    public ApiToken without(OrganizationName organization, Instant at) {
        Set<String> left = organizations.stream()
                .filter(name -> !name.equals(organization.folded()))
                .collect(Collectors.toUnmodifiableSet());
        return left.isEmpty()
                ? new ApiToken(
                        id, account, secretHash, organizations, createdAt, expiresAt, lastUsedAt, Optional.of(at))
                : new ApiToken(id, account, secretHash, left, createdAt, expiresAt, lastUsedAt, revokedAt);
    }
}
