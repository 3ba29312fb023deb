package dev.signalbox.domain.port.out;

import dev.signalbox.domain.run.ExportedRun;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunPosition;
import dev.signalbox.domain.run.RunQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists over all runs of the installation. */
public interface RunOverviews {

    /** The page that is asked for, and exact counts, all of one instant. */
    RunOverview list(RunQuery query);

    /**
     * The first runs of the list, uncounted.
     *
     * @param after only runs that come after this position in that order; absent for the list's beginning
     * @param limit at most so many
     */
    List<ExportedRun> batch(RunFilter filter, RunOrder order, Optional<RunPosition> after, int limit);

    /**
     * The runs that the filter lets through and that have not ended.
     *
     * @param limit so many are told; all are counted
     */
    ActiveRuns active(RunFilter filter, int limit);

    /**
     * Runs that have not ended, of one instant.
     *
     * @param ids as many as were wanted
     * @param count how many there are, whether told or not
     */
    record ActiveRuns(Set<RunId> ids, long count) {

        /** Keeps a copy that nobody can change. */
        public ActiveRuns {
            ids = Set.copyOf(ids);
        }
    }
}
