package dev.signalbox.domain.access;

import dev.signalbox.domain.Milliseconds;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

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
}
