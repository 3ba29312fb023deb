package dev.signalbox.domain.port.out;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.audit.AuditEvent;
import java.util.List;

/**
 * What a change of an account leaves behind.
 *
 * @param account the account as it is to be; equal to the one before if nothing changes
 */
public record AccountChange(Account account, List<AuditEvent> audit) {

    /** Keeps a copy that nobody can change. */
    public AccountChange {
        audit = List.copyOf(audit);
    }
}
