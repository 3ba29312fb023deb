package dev.signalbox.domain.run;

import dev.signalbox.domain.Text;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a line of a command's output fit to be shown: whoever reads it is no terminal, and wants no surprises. */
public final class OutputLine {

    /** The longest line, in characters; the rest is cut off. */
    public static final int MAX_LENGTH = 500;

    /** A terminal's sequences: those that end with a letter, those that end with BEL or ST, and those of two bytes. */
    private static final Pattern ESCAPE = Pattern.compile(
            "(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[\\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|"
                    + "\u001b[ -/]*[0-~]?");

    /** Behind it, a terminal writes over the line, as it does for a bar that shows how far something is. */
    private static final Pattern BACK = Pattern.compile("\r+");

    private OutputLine() {}

    /**
     * What stands in the line in the end, without the sequences of a terminal, control characters and what turns the
     * writing round, and no longer than allowed.
     */
    public static String shown(String line) {
        StringBuilder shown = new StringBuilder();
        written(Text.unturned(ESCAPE.matcher(line).replaceAll("")))
                .codePoints()
                .map(codePoint -> codePoint == '\t' ? ' ' : codePoint)
                .filter(codePoint -> !Text.isControl(codePoint))
                .limit(MAX_LENGTH)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static String written(String line) {
        List<String> written = BACK.splitAsStream(line).toList();
        return Heartbeat.lastLine(written).orElse("");
    }
}
