package dev.signalbox.app.client;

import java.io.Console;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the standard output is.
 *
 * @param terminal whether it is a terminal, on which lines can be drawn again
 * @param colours whether it may have colours
 * @param columns how wide it is; without a bound if nobody reads it as it comes
 * @param lines how high it is
 */
record Look(boolean terminal, boolean colours, int columns, int lines) {

    /** Lines and columns of the terminal, which the launcher knows and Java does not. */
    static final String SIZE = "signalbox.screen";

    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_LINES = 24;
    private static final int LEAST_COLUMNS = 20;
    private static final int LEAST_LINES = 2;

    /** Looks around: at the launcher's word first, and at the variables by which a person overrules it. */
    static Look around(Map<String, String> environment) {
        var size = Optional.ofNullable(System.getProperty(SIZE)).map(text -> text.split(" "));
        boolean terminal = size.isPresent()
                || Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Look(
                terminal,
                terminal && !plain,
                number(environment.get("COLUMNS"))
                        .or(() -> part(size, 1))
                        .map(columns -> Math.max(columns, LEAST_COLUMNS))
                        .orElse(terminal ? USUAL_COLUMNS : Integer.MAX_VALUE),
                number(environment.get("LINES"))
                        .or(() -> part(size, 0))
                        .map(lines -> Math.max(lines, LEAST_LINES))
                        .orElse(USUAL_LINES));
    }

    private static Optional<Integer> part(Optional<String[]> size, int index) {
        return size.filter(parts -> parts.length > index).flatMap(parts -> number(parts[index]));
    }

    private static Optional<Integer> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(digits -> digits.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf);
    }
}
