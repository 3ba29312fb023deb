package dev.signalbox.domain.audit;

import dev.signalbox.domain.ExternalId;
import java.util.Optional;

/** The identity of an audit event on the wire: {@code ae-} and 16 base58 characters. */
public record AuditEventId(String value) {

    /** The fixed beginning of every such ID. */
    public static final String PREFIX = "ae-";

    /** Refuses, as a programming error, a value that is no such ID. */
    public AuditEventId {
        ExternalId.check(PREFIX, value);
    }

    /** Reads an ID that came from outside; a text of any other shape is no such ID, so it is simply absent. */
    public static Optional<AuditEventId> parse(String text) {
        return ExternalId.matches(PREFIX, text) ? Optional.of(new AuditEventId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
