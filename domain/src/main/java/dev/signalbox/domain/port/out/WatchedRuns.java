package dev.signalbox.domain.port.out;

import dev.signalbox.domain.attention.Suspicion;
import dev.signalbox.domain.attention.WatchedWorkspace;
import dev.signalbox.domain.run.RunId;
import java.util.List;
import java.util.Set;

/**
 * What the rules of attention need to know: of each workspace the runs that have not ended, and those that have without
 * their process being known to be gone. Each answer is of one snapshot.
 */
public interface WatchedRuns {

    /** Every workspace in which the suspicion holds, and perhaps others. */
    List<WatchedWorkspace> suspects(Suspicion suspicion);

    /**
     * The workspaces of these runs, with no other runs than may keep these waiting: in a workspace there may be
     * thousands.
     */
    List<WatchedWorkspace> around(Set<RunId> runs);
}
