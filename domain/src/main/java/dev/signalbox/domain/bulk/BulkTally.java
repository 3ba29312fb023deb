package dev.signalbox.domain.bulk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many runs of a bulk end have come to which outcome. */
public record BulkTally(Map<BulkOutcome, Long> byOutcome) {

    /** Keeps a copy with every outcome, 0 where nothing is said. */
    public BulkTally {
        Map<BulkOutcome, Long> whole = new EnumMap<>(BulkOutcome.class);
        for (BulkOutcome outcome : BulkOutcome.values()) {
            whole.put(outcome, byOutcome.getOrDefault(outcome, 0L));
        }
        byOutcome = Collections.unmodifiableMap(whole);
    }

    /** All of them waiting. */
    public static BulkTally waiting(long runs) {
        return new BulkTally(Map.of(BulkOutcome.WAITING, runs));
    }

    /** The runs that came to the outcome. */
    public long of(BulkOutcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    /** All runs of the bulk end, as many as there were when it was asked for. */
    public long total() {
        return byOutcome.values().stream().mapToLong(Long::longValue).sum();
    }
}
