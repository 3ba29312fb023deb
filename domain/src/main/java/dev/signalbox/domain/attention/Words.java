package dev.signalbox.domain.attention;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How evidence is put. */
final class Words {

    private Words() {}

    /**
     * Such as {@code 47 min, limit 15 min}. The limit is told as it is set, and the time rounded down, but never to
     * less than the limit that it has passed.
     */
    static String figures(Instant since, Instant at, Duration limit) {
        return figures(since, at, "", limit);
    }

    /** Such as {@code 47 min ago, limit 15 min}. */
    static String figuresAgo(Instant since, Instant at, Duration limit) {
        return figures(since, at, " ago", limit);
    }

    private static String figures(Instant since, Instant at, String behind, Duration limit) {
        String time = ShortDuration.of(Duration.between(since, at));
        String full = ShortDuration.inFull(limit);
        return (time.equals(ShortDuration.of(limit)) ? full : time) + behind + ", limit " + full;
    }

    /** Such as {@code ; last line: Still creating...}, to follow other words; nothing if it is not known. */
    static String lastLine(Optional<String> line) {
        return line.map(known -> "; last line: " + Text.excerpt(known)).orElse("");
    }

    /** Such as {@code ; forced to an end by anna: hangs for hours}, to follow other words. */
    static String forced(Forcing forcing) {
        return "; forced to an end by " + Text.excerpt(forcing.byName())
                + reason(forcing.reason().orElse(""));
    }

    /** Such as {@code : hangs for hours}, to follow other words; nothing if none was given. */
    static String reason(String text) {
        String reason = Text.excerpt(text);
        return reason.isEmpty() ? "" : ": " + reason;
    }

    static String status(RunStatus status) {
        return status.wireName().replace('_', ' ');
    }
}
