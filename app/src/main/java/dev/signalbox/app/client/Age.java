package dev.signalbox.app.client;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as people read them. */
final class Age {

    private Age() {}

    /** In the largest unit that tells enough: {@code 12 s}, {@code 47 min}, {@code 5 h 12 min}, {@code 9 d}. */
    static String of(Duration time) {
        var length = time.isNegative() ? Duration.ZERO : time;
        if (length.toMinutes() == 0) {
            return length.toSeconds() + " s";
        }
        if (length.toHours() == 0) {
            return length.toMinutes() + " min";
        }
        if (length.toDays() < 2) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toDays() + " d";
    }

    /** How long ago, and when: {@code 12 s ago (2026-11-24T05:52:16Z)}. */
    static String ago(Instant then, Instant now) {
        return of(Duration.between(then, now)) + " ago (" + second(then) + ")";
    }

    /** To the second, in UTC. */
    static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
