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
     * @param limit the most that are told
     */
    Set<RunId> idsOfActive(RunFilter filter, int limit);
}
