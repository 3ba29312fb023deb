package dev.signalbox.app.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long a token lives: a number and a unit, such as {@code 90d}, {@code 12h} or {@code 30m}. */
final class Lifetime implements ITypeConverter<Duration> {

    private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,5})([dhm])");

    @Override
    public Duration convert(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            throw new TypeConversionException("\"" + text + "\" is no time such as 90d, 12h or 30m");
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
