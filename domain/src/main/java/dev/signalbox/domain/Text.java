package dev.signalbox.domain;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules for free text that is kept and searched. */
public final class Text {

    /** The longest {@link #excerpt}, in characters, but for the mark that it is one. */
    private static final int MAX_EXCERPT_LENGTH = 200;

    /** What turns the writing round, so that a text reads otherwise than it is: a part of a pattern's brackets. */
    public static final String TURNING = "\\u202A-\\u202E\\u2066-\\u2069";

    private static final Pattern TURNS = Pattern.compile("[" + TURNING + "]");

    private Text() {}

    /** Lower case as Signalbox searches and compares it: by Unicode's rules, in no language in particular. */
    public static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Refuses {@link Refusal.InvalidAttribute} a text that is blank, too long, or not one line. */
    public static void checkLine(String attribute, Optional<String> text, int maxLength) {
        text.ifPresent(value -> {
            if (value.isBlank()) {
                throw new Refused(new Refusal.InvalidAttribute(attribute, "is blank"));
            }
            checkLength(attribute, value, maxLength);
            if (value.codePoints().anyMatch(Text::isControl)) {
                throw new Refused(new Refusal.InvalidAttribute(attribute, "contains control characters"));
            }
        });
    }

    /** Refuses {@link Refusal.InvalidAttribute} a text that is too long, or that PostgreSQL cannot keep. */
    public static void checkKept(String attribute, Optional<String> text, int maxLength) {
        text.ifPresent(value -> {
            checkLength(attribute, value, maxLength);
            if (!isKeepable(value)) {
                throw new Refused(new Refusal.InvalidAttribute(
                        attribute, "contains a NUL character or half of a surrogate pair"));
            }
        });
    }

    /** Tells whether PostgreSQL can keep the text as it is: without NUL, and without half a surrogate pair. */
    public static boolean isKeepable(String text) {
        return text.codePoints()
                .noneMatch(codePoint -> codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE);
    }

    /** The beginning of a {@link #line}, for a sentence that quotes it. */
    public static String excerpt(String text) {
        String line = line(text);
        return line.codePointCount(0, line.length()) > MAX_EXCERPT_LENGTH
                ? line.substring(0, line.offsetByCodePoints(0, MAX_EXCERPT_LENGTH))
                                .strip() + " \u2026"
                : line.strip();
    }

    /** The text on one line, with nothing that turns the writing round. */
    public static String line(String text) {
        return unturned(text)
                .codePoints()
                .map(codePoint -> isControl(codePoint) ? ' ' : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The text with nothing that turns the writing round. */
    public static String unturned(String text) {
        return TURNS.matcher(text).replaceAll("");
    }

    private static void checkLength(String attribute, String text, int maxLength) {
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw new Refused(new Refusal.InvalidAttribute(attribute, "is longer than " + maxLength + " characters"));
        }
    }

    /** Tells whether the code point is a control character, a line break, or half of a surrogate pair. */
    public static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
