package dev.signalbox.domain;

import java.time.Duration;

/** A duration as a person reads it at a glance: one or two units, the finer ones left out. */
public final class ShortDuration {

    private ShortDuration() {}

    /** Such as {@code 3 s}, {@code 4 min}, {@code 2 h 5 min} or {@code 3 d 4 h}; a negative one is {@code 0 s}. */
    public static String of(Duration duration) {
        if (duration.isNegative()) {
            return "0 s";
        }
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.toHours() == 0) {
            return duration.toMinutes() + " min";
        }
        return duration.toDays() == 0
                ? two(duration.toHours(), "h", duration.toMinutesPart(), "min")
                : two(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    private static String two(long coarse, String coarseUnit, long fine, String fineUnit) {
        String text = coarse + " " + coarseUnit;
        return fine == 0 ? text : text + " " + fine + " " + fineUnit;
    }
}
