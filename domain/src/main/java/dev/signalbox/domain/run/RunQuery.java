package dev.signalbox.domain.run;

import dev.signalbox.domain.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/** Which page of which runs, in which order, a list of all runs is to show. */
public record RunQuery(RunFilter filter, RunOrder order, PageRequest page) {

    /** The newest first, by what a search finds and by status alone. */
    public RunQuery(Optional<RunSearch> search, Optional<Set<RunStatus>> statuses, PageRequest page) {
        this(RunFilter.of(search, statuses), RunOrder.NEWEST_FIRST, page);
    }

    /** The same page in the same order, of other runs. */
    public RunQuery with(RunFilter other) {
        return new RunQuery(other, order, page);
    }
}
