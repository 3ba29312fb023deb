package dev.signalbox.domain.attention;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.run.RunStatus;
import java.time.Duration;
import java.time.Instant;

/** How evidence is put. */
final class Words {

    private Words() {}

    /** Such as {@code 47 min, limit 15 min}. */
    static String figures(Instant since, Instant at, Duration limit) {
        return ShortDuration.of(Duration.between(since, at)) + ", limit " + ShortDuration.of(limit);
    }

    static String status(RunStatus status) {
        return status.wireName().replace('_', ' ');
    }
}
