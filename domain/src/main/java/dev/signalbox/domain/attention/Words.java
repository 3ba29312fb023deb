package dev.signalbox.domain.attention;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.run.RunStatus;
import java.time.Duration;
import java.time.Instant;

/** How evidence is put. */
final class Words {

    private static final int LONGEST_LINE = 300;

    private Words() {}

    /** Such as {@code 47 min, limit 15 min}. */
    static String figures(Instant since, Instant at, Duration limit) {
        return ShortDuration.of(Duration.between(since, at)) + ", limit " + ShortDuration.of(limit);
    }

    static String status(RunStatus status) {
        return status.wireName().replace('_', ' ');
    }

    /** What somebody else wrote, as one line that cannot pretend to be more, and not too long. */
    static String line(String text) {
        int[] kept = text.codePoints()
                .limit(LONGEST_LINE)
                .map(codePoint -> Text.isControl(codePoint) ? ' ' : codePoint)
                .toArray();
        return new String(kept, 0, kept.length).strip();
    }
}
