package dev.signalbox.domain.attention;

import dev.signalbox.domain.audit.AuditEvent;
import java.util.Optional;

/**
 * Who forced a run to an end.
 *
 * @param reason in that person's words
 */
public record Forcing(String byName, Optional<String> reason) {

    /** The event in the audit. */
    public static Forcing of(AuditEvent event) {
        return new Forcing(event.actor().name(), event.reason());
    }
}
