package dev.signalbox.domain.run;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a run stands in the order of submission. It says where to go on with a list although the run may be gone.
 *
 * @param number what tells apart runs of one instant; storage gives it
 */
public record RunPosition(Instant submittedAt, long number) implements Comparable<RunPosition> {

    private static final Comparator<RunPosition> ORDER =
            Comparator.comparing(RunPosition::submittedAt).thenComparingLong(RunPosition::number);

    @Override
    public int compareTo(RunPosition other) {
        return ORDER.compare(this, other);
    }
}
