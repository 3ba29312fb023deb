package dev.signalbox.domain.run;

import dev.signalbox.domain.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Which page of which runs of a workspace, in which order, is to be shown.
 *
 * @param statuses only runs in these, none if empty; absent for no filter
 */
public record WorkspaceRunQuery(Optional<Set<RunStatus>> statuses, RunOrder order, PageRequest page) {

    /** Keeps a copy that nobody can change. */
    public WorkspaceRunQuery {
        statuses = statuses.map(Set::copyOf);
    }

    /** All runs, the newest first. */
    public WorkspaceRunQuery(PageRequest page) {
        this(Optional.empty(), RunOrder.NEWEST_FIRST, page);
    }

    /** Tells whether the status is meant. */
    public boolean takes(RunStatus status) {
        return statuses.map(wanted -> wanted.contains(status)).orElse(true);
    }
}
