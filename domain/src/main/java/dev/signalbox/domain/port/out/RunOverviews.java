package dev.signalbox.domain.port.out;

import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunQuery;

/** Lists over all runs of the installation. */
public interface RunOverviews {

    /** The page that is asked for, and exact counts, all of one instant. */
    RunOverview list(RunQuery query);
}
