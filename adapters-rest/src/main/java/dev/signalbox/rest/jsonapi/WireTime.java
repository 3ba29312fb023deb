package dev.signalbox.rest.jsonapi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The two ways in which the Admin Runs API writes time; clients parse each with a fixed layout. */
public final class WireTime {

    private static final DateTimeFormatter MILLISECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss'+00:00'");

    private WireTime() {}

    /** With three digits of a second and a literal Z, as {@code created-at} has it. */
    public static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /** Whole seconds with an offset of zero, as {@code status-timestamps} have it. */
    public static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
