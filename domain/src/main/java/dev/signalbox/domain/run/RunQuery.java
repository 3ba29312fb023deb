package dev.signalbox.domain.run;

import dev.signalbox.domain.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/**
 * What a list of all runs is to show; newest first.
 *
 * @param search only runs it finds; the counts follow it
 * @param statuses only runs in these, none if empty; absent for no filter. The counts do not follow it
 */
public record RunQuery(Optional<RunSearch> search, Optional<Set<RunStatus>> statuses, PageRequest page) {

    /** Keeps a copy that nobody can change. */
    public RunQuery {
        statuses = statuses.map(Set::copyOf);
    }
}
