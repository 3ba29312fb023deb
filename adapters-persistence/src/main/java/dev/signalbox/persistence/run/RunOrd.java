package dev.signalbox.persistence.run;

import dev.signalbox.domain.run.RunPosition;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The one number that orders every list of runs and holds the instant of submission: {@code (milliseconds since
 * 2018-01-01T00:00:00Z) << 21 | number}, where the number tells apart what was submitted in the same millisecond.
 */
final class RunOrd {

    private static final long EPOCH = Instant.parse("2018-01-01T00:00:00Z").toEpochMilli();
    private static final int NUMBER_BITS = 21;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

    private RunOrd() {}

    /**
     * The ord of a new run, above that of its workspace's newest run even if the clock has stepped back, when its
     * millisecond is that of the newest run.
     */
    static long next(Instant submittedAt, long number, OptionalLong newest) {
        long millis = submittedAt.toEpochMilli() - EPOCH;
        if (newest.isEmpty()) {
            return ord(millis, number);
        }
        long newestMillis = newest.getAsLong() >> NUMBER_BITS;
        long ord = ord(Math.max(millis, newestMillis), number);
        // The numbers start over once in two million: then one millisecond more keeps the order.
        return ord > newest.getAsLong() ? ord : ord(newestMillis + 1, number);
    }

    /** When the run of this ord was submitted. */
    static Instant submittedAt(long ord) {
        return Instant.ofEpochMilli(EPOCH + (ord >> NUMBER_BITS));
    }

    static RunPosition position(long ord) {
        return new RunPosition(submittedAt(ord), ord & NUMBER_MASK);
    }

    /** The ord of the run that stands there. */
    static long of(RunPosition position) {
        return ord(position.submittedAt().toEpochMilli() - EPOCH, position.number());
    }

    /** The lowest ord of the instant's millisecond; of instants beyond what ords reach, the nearest there is. */
    static long lowest(Instant submittedAt) {
        long millis = submittedAt.toEpochMilli() - EPOCH;
        return ord(Math.clamp(millis, Long.MIN_VALUE >> NUMBER_BITS, Long.MAX_VALUE >> NUMBER_BITS), 0);
    }

    /** The highest ord of the instant's millisecond; of instants beyond what ords reach, the nearest there is. */
    static long highest(Instant submittedAt) {
        return lowest(submittedAt) | NUMBER_MASK;
    }

    private static long ord(long millis, long number) {
        return millis << NUMBER_BITS | (number & NUMBER_MASK);
    }
}
