package dev.signalbox.domain.organization;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.refusal.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * The owner of workspaces.
 *
 * @param creator the wire ID of the account that created it, as text, which outlives the account
 * @param email where its people are reached; one line of at most {@value #MAX_EMAIL_LENGTH} characters
 */
public record Organization(OrganizationName name, Optional<String> email, Optional<String> creator, Instant createdAt) {

    /** The longest e-mail address, in characters (RFC 5321, section 4.5.3.1). */
    public static final int MAX_EMAIL_LENGTH = 254;

    /** Refuses {@link Refusal.InvalidAttribute} an e-mail address that is blank, too long, or not one line. */
    public Organization {
        Text.checkLine("email", email, MAX_EMAIL_LENGTH);
        Milliseconds.check(createdAt);
    }
}
