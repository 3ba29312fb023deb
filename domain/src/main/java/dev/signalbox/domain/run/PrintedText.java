package dev.signalbox.domain.run;

import dev.signalbox.domain.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command printed, for people to read: without what a terminal would obey, and what writes over a line or turns
 * the writing round.
 */
public final class PrintedText {

    private static final Pattern LINE_END = Pattern.compile("\r+\n?");

    /** Select graphic rendition: colours and bold type. Hidden type (8) is none that a reader needs. */
    private static final String COLOUR = "\\x1B\\[(?!(?:[0-9;:]*[;:])?0*8[;:m])[0-9;:]{0,60}m";

    /** Escape sequences (ECMA-48), whole or broken off, then every other control, and what turns the writing round. */
    private static final String CONTROL = "(?:\\x1B\\[[0-?]*+[ -/]*+[@-~]?+"
            + "|\\x1B[\\]PX^_][^\\x07\\x1B\n]*+(?:\\x07|\\x1B\\\\)?+"
            + "|\\x1B[ -/]*+[0-~]?+"
            + "|[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F" + Text.TURNING + "])";

    private static final Pattern OBEYED = Pattern.compile(CONTROL);
    private static final Pattern OBEYED_BUT_COLOURS = Pattern.compile("(?!" + COLOUR + ")" + CONTROL);
    private static final Pattern UNFINISHED =
            Pattern.compile("(?:\r+|\\x1B(?:\\[[0-?]*+[ -/]*+|[\\]PX^_][^\\x07\\x1B\n]*+\\x1B?+|[ -/]*+))\\z");

    private PrintedText() {}

    /** The text alone, each line ended by a line feed. */
    public static String plain(String printed) {
        return OBEYED.matcher(lines(printed)).replaceAll("");
    }

    /** The text with its colours. */
    public static String coloured(String printed) {
        return OBEYED_BUT_COLOURS.matcher(lines(printed)).replaceAll("");
    }

    private static String lines(String printed) {
        return LINE_END.matcher(printed).replaceAll("\n");
    }

    /** How many characters stand before the escape sequence, or the end of a line, that may go on in what follows. */
    public static int finished(CharSequence printed) {
        Matcher unfinished = UNFINISHED.matcher(printed);
        return unfinished.find() ? unfinished.start() : printed.length();
    }
}
