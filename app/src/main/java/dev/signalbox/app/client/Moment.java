package dev.signalbox.app.client;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time for the server, which knows the calendar: here only what has not even the shape of one is refused. */
final class Moment implements ITypeConverter<String> {

    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)");

    @Override
    public String convert(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new TypeConversionException(
                    "\"" + Text.plain(text) + "\" is no time such as 2026-11-24T05:52:16Z, or with another offset");
        }
        return text;
    }
}
