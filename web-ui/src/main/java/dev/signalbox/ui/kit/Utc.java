package dev.signalbox.ui.kit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as text, always in UTC: people in many zones speak about one run. */
public final class Utc {

    private static final DateTimeFormatter FULL = pattern("yyyy-MM-dd HH:mm:ss 'UTC'");
    private static final DateTimeFormatter SHORT = pattern("d MMM, HH:mm 'UTC'");
    private static final DateTimeFormatter MOMENT = pattern("d MMM, HH:mm:ss 'UTC'");
    private static final DateTimeFormatter CLOCK = pattern("HH:mm:ss 'UTC'");

    private Utc() {}

    /** Such as {@code 2026-11-24 04:12:05 UTC}. */
    public static String full(Instant at) {
        return FULL.format(at);
    }

    /** Such as {@code 24 Nov, 04:12 UTC}: without the year. */
    public static String brief(Instant at) {
        return SHORT.format(at);
    }

    /** Such as {@code 24 Nov, 04:12:05 UTC}: without the year. */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** Such as {@code 04:12:05 UTC}. */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
