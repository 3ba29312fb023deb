package dev.signalbox.domain.port.out;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens there are, also those that are not valid any more. */
public interface ApiTokens {

    /** A token and the account it belongs to. */
    record Owned(ApiToken token, Account account) {}

    /**
     * Adds a token, with it its account unless that exists, and their audit events, in one transaction.
     *
     * @return false, and nothing is kept, if an organization that it is restricted to does not exist (any more), or if
     *     the account does not exist and its name is taken
     */
    boolean add(Owned token, List<AuditEvent> audit);

    /** The token whose text has this SHA-256, in 64 hexadecimal digits, read in one statement with its account. */
    Optional<Owned> findBySecretHash(String secretHash);

    /**
     * The same for one of hundreds who ask: it may be read a moment later together with what others ask for, and never
     * before it is asked for.
     */
    Optional<Owned> findAmongMany(String secretHash);

    /** The token with that ID. */
    Optional<Owned> find(ApiTokenId id);

    /** Tokens of the account, if one is named, else all; newest first. */
    Page<Owned> list(Optional<AccountId> account, PageRequest page);

    /**
     * Marks a token as revoked, with its audit event, in one transaction.
     *
     * @return false if it is revoked already or unknown
     */
    boolean revoke(ApiTokenId id, Instant at, AuditEvent audit);

    /** Notes that a token was used, unless a use after {@code lately} is noted already, perhaps by another request. */
    void used(ApiTokenId id, Instant at, Instant lately);
}
