package dev.signalbox.domain.run;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How many runs stand in each status. */
public record StatusCounts(Map<RunStatus, Long> counts) {

    /** Keeps a copy with a number, perhaps 0, for every status. */
    public StatusCounts {
        Map<RunStatus, Long> all = new EnumMap<>(RunStatus.class);
        for (RunStatus status : RunStatus.values()) {
            all.put(status, counts.getOrDefault(status, 0L));
        }
        counts = Collections.unmodifiableMap(all);
    }

    /** The runs in the status. */
    public long of(RunStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** The runs in any of the statuses. */
    public long of(Set<RunStatus> statuses) {
        return statuses.stream().mapToLong(this::of).sum();
    }

    /** All runs. */
    public long total() {
        return of(counts.keySet());
    }
}
