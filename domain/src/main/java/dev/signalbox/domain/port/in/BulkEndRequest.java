package dev.signalbox.domain.port.in;

import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import java.util.Set;

/**
 * The bulk end that is asked for.
 *
 * @param expectedCount how many runs the person has been shown: with any other number nothing is ended
 */
public record BulkEndRequest(Selection selection, ForcedEnd end, String reason, long expectedCount) {

    /** Which runs are meant. */
    public sealed interface Selection {}

    /**
     * Those that a filter of the list of all runs lets through.
     *
     * @param asAsked the same in the words of whoever asked, to be shown again
     */
    public record Filtered(RunFilter filter, String asAsked) implements Selection {}

    /** Those that are named one by one. */
    public record Named(Set<RunId> runs) implements Selection {

        /** Keeps a copy that nobody can change. */
        public Named {
            runs = Set.copyOf(runs);
        }
    }
}
