package dev.signalbox.domain.access;

import dev.signalbox.domain.ExternalId;
import java.util.Optional;

/** The identity of an account on the wire: {@code user-} and 16 base58 characters. */
public record AccountId(String value) {

    /** The fixed beginning of every such ID. */
    public static final String PREFIX = "user-";

    /** Refuses, as a programming error, a value that is no such ID. */
    public AccountId {
        ExternalId.check(PREFIX, value);
    }

    /** Reads an ID that came from outside; a text of any other shape is no such ID, so it is simply absent. */
    public static Optional<AccountId> parse(String text) {
        return ExternalId.matches(PREFIX, text) ? Optional.of(new AccountId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
