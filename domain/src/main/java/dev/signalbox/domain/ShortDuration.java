package dev.signalbox.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A duration as a person reads it: at a glance, of one or two units, the finer ones left out; or in full. */
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

    /** The same with every unit down to the second, such as {@code 1 min 59 s}. */
    public static String inFull(Duration duration) {
        String text = Stream.of(
                        unit(duration.toDays(), "d"),
                        unit(duration.toHoursPart(), "h"),
                        unit(duration.toMinutesPart(), "min"),
                        unit(duration.toSecondsPart(), "s"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "0 s" : text;
    }

    private static Optional<String> unit(long count, String unit) {
        return count > 0 ? Optional.of(count + " " + unit) : Optional.empty();
    }

    private static String two(long coarse, String coarseUnit, long fine, String fineUnit) {
        String text = coarse + " " + coarseUnit;
        return fine == 0 ? text : text + " " + fine + " " + fineUnit;
    }
}
