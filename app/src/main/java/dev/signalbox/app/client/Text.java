package dev.signalbox.app.client;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Text of others, made fit for a terminal: what could command it, or turn or hide what stands there, is replaced. */
final class Text {

    private static final int INSTEAD = 0xFFFD;
    private static final String CUT = "~";

    private Text() {}

    /** The text on one line, without anything that a terminal would obey. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().map(Text::plain).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int plain(int point) {
        return switch (Character.getType(point)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.CONTROL -> Character.isWhitespace(point) ? ' ' : INSTEAD;
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> INSTEAD;
            default -> point;
        };
    }

    /** How many columns of a terminal the text takes. */
    static int width(String text) {
        return text.codePoints().map(Text::width).sum();
    }

    private static int width(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> Character.isEmoji(point) && point > 0xFFFF;
        };
    }

    /** The text in at most so many columns; what was cut ends with {@value #CUT}. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        var cut = new StringBuilder();
        int left = columns - 1;
        for (int point : text.codePoints().toArray()) {
            left -= width(point);
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut + CUT;
    }

    /** The text on as many lines of at most so many columns as it needs, parted at blanks. */
    static List<String> wrapped(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) > columns && !line.isEmpty()) {
                lines.add(line);
                longer = word;
            }
            line = cut(longer, columns);
        }
        lines.add(line);
        return lines;
    }

    /** The text, and blanks up to so many columns. */
    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }
}
