package dev.signalbox.domain.run;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.workspace.Workspace;
import java.util.Optional;
import java.util.Set;

/**
 * Which runs of the installation are meant: those that everything here lets through.
 *
 * @param search only runs it finds
 * @param window only runs submitted in it
 * @param organization only runs of the organization of this name, ignoring case; what can be no name matches nothing
 * @param workspace only runs of workspaces of this name, in whatever organization; likewise
 * @param statuses only runs in these, none if empty; absent for no filter. Counts by status do not follow it
 * @param needsAttention only runs that need attention; which those are has then yet to be judged
 * @param only of all these, only the runs with these IDs; absent for all
 */
public record RunFilter(
        Optional<RunSearch> search,
        TimeWindow window,
        Optional<String> organization,
        Optional<String> workspace,
        Optional<Set<RunStatus>> statuses,
        boolean needsAttention,
        Optional<Set<RunId>> only) {

    /** What {@code filter[status_group]} calls the runs that need attention, though it is no group of statuses. */
    public static final String NEEDS_ATTENTION = "needs_attention";

    /** Keeps a copy that nobody can change. */
    public RunFilter {
        statuses = statuses.map(Set::copyOf);
        only = only.map(Set::copyOf);
    }

    /** Whether they need attention or not. */
    public RunFilter(
            Optional<RunSearch> search,
            TimeWindow window,
            Optional<String> organization,
            Optional<String> workspace,
            Optional<Set<RunStatus>> statuses) {
        this(search, window, organization, workspace, statuses, false, Optional.empty());
    }

    /** The same filter, with those that need attention known. */
    public RunFilter among(Set<RunId> needing) {
        return new RunFilter(search, window, organization, workspace, statuses, false, Optional.of(needing));
    }

    /** The same filter, whatever the status and whether or not attention is needed: what counts by status follow. */
    public RunFilter ofAnyStatus() {
        return new RunFilter(search, window, organization, workspace, Optional.empty());
    }

    /** Of all these, only the runs with these IDs. It is a programming error to ask before attention is judged. */
    @Override
    public Optional<Set<RunId>> only() {
        if (needsAttention) {
            throw new IllegalStateException("which runs need attention has not been judged");
        }
        return only;
    }

    /** Runs by what a search finds and by status alone. */
    public static RunFilter of(Optional<RunSearch> search, Optional<Set<RunStatus>> statuses) {
        return new RunFilter(search, TimeWindow.UNBOUNDED, Optional.empty(), Optional.empty(), statuses);
    }

    /** Tells whether the run is meant, its status aside. */
    public boolean matches(Run run, Workspace in, Organization owner) {
        return window.holds(run.createdAt())
                && only().map(runs -> runs.contains(run.id())).orElse(true)
                && isNamed(owner.name().folded(), organization)
                && isNamed(in.name().folded(), workspace)
                && search.map(words -> words.matches(run.id(), RunSearch.searchText(owner, in)))
                        .orElse(true);
    }

    /** Tells whether the run's status is meant. */
    public boolean takes(RunStatus status) {
        return statuses.map(wanted -> wanted.contains(status)).orElse(true);
    }

    private static boolean isNamed(String foldedName, Optional<String> wanted) {
        return wanted.map(name -> Name.matches(name) && Text.folded(name).equals(foldedName))
                .orElse(true);
    }
}
