package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.workspace.Workspace;
import java.util.List;

/**
 * Runs that are to be ended because their workspace is being deleted.
 *
 * @param deletion the event with which that began
 * @param active some of those that have not ended, oldest first
 */
public record DoomedRuns(AuditEvent deletion, Workspace workspace, List<Run> active) {

    /** Keeps a copy that nobody can change. */
    public DoomedRuns {
        active = List.copyOf(active);
    }
}
