package dev.signalbox.domain.run;

import java.time.Instant;

/**
 * Where a run stands in the order of submission. It says where to go on with a list although the run may be gone.
 *
 * @param number what tells apart runs of one instant; storage gives it
 */
public record RunPosition(Instant submittedAt, long number) implements Comparable<RunPosition> {

    @Override
    public int compareTo(RunPosition other) {
        int byTime = submittedAt.compareTo(other.submittedAt);
        return byTime == 0 ? Long.compare(number, other.number) : byTime;
    }
}
