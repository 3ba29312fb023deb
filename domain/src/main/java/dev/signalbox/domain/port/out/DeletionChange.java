package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import java.util.List;

/**
 * What the deletion of a workspace leaves behind for as long as it takes, and in the audit for ever.
 *
 * @param ended the workspace's runs that had not ended, each as it is to be
 * @param audit the deletion of the workspace
 */
public record DeletionChange(List<RunChange> ended, AuditEvent audit) {

    /** Keeps a copy that nobody can change. */
    public DeletionChange {
        ended = List.copyOf(ended);
    }
}
