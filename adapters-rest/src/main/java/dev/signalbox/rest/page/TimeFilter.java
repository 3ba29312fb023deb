package dev.signalbox.rest.page;

import dev.signalbox.domain.TimeWindow;
import dev.signalbox.rest.jsonapi.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code filter[from]} and {@code filter[to]}: RFC 3339 with any offset, both ends included. */
public final class TimeFilter {

    /** The parameter that names the earliest instant. */
    public static final String FROM = "filter[from]";

    /** The parameter that names the latest instant. */
    public static final String TO = "filter[to]";

    /** A space where the offset begins is a plus that was not encoded. Digits beyond nanoseconds are dropped. */
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[Tt](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)(?:(?<=\\.\\d{9})\\d+)?"
                    + "(?:[Zz]|(?<sign>[+ -])(?<hours>[01]\\d|2[0-3]):(?<minutes>[0-5]\\d))");

    /** A leap second, for which Java has no instant of its own: the last millisecond before it stands for it. */
    private static final Pattern LEAP_SECOND = Pattern.compile(":60(?:\\..*)?$");

    private static final LocalTime LAST = LocalTime.parse("23:59:59.999");

    private TimeFilter() {}

    /** The stretch of time that is asked for. Throws a problem 400 for what is no instant. */
    public static TimeWindow of(QueryParameters parameters) {
        return new TimeWindow(instant(parameters, FROM), instant(parameters, TO));
    }

    private static Optional<Instant> instant(QueryParameters parameters, String name) {
        return parameters
                .value(name)
                .map(text -> parse(text)
                        .orElseThrow(() -> QueryParameters.problem(
                                name, "must be a time as in RFC 3339, such as 2026-11-02T12:00:00.123+01:00")));
    }

    private static Optional<Instant> parse(String text) {
        Matcher parts = DATE_TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Matcher leap = LEAP_SECOND.matcher(parts.group(2));
            LocalDateTime time = LocalDateTime.parse(parts.group(1) + "T" + leap.replaceFirst(":59.999"))
                    .minusMinutes(offset(parts));
            return Optional.of(time)
                    .filter(_ -> !leap.reset().find() || time.toLocalTime().equals(LAST))
                    .map(utc -> utc.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In minutes; offsets of up to a day are allowed, which is more than any place has. */
    private static long offset(Matcher parts) {
        String sign = parts.group("sign");
        if (sign == null) {
            return 0;
        }
        long minutes = Long.parseLong(parts.group("hours")) * 60 + Long.parseLong(parts.group("minutes"));
        return sign.equals("-") ? -minutes : minutes;
    }
}
