package dev.signalbox.domain.attention;

import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.WorkspaceLock;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of attention read of a workspace.
 *
 * @param settings chosen for this workspace, over those of the installation
 * @param runs those that have not ended, or those of them that were asked for and the first that others may wait for;
 *     and those that have ended without their process being known to be gone. Oldest first
 */
public record WatchedWorkspace(Optional<WorkspaceLock> lock, SettingValues settings, List<WatchedRun> runs) {

    /** Keeps a copy that nobody can change. */
    public WatchedWorkspace {
        runs = List.copyOf(runs);
    }
}
