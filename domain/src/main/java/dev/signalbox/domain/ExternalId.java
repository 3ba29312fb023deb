package dev.signalbox.domain;

import java.util.regex.Pattern;

/** The shape that all IDs on the wire share: a prefix that tells the type, and 16 base58 characters. */
public final class ExternalId {

    /** The characters of the random part, in Bitcoin's order: no {@code 0}, {@code O}, {@code I} or {@code l}. */
    public static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /** How many random characters follow the prefix: 16 of 58 are 93 bits. */
    public static final int RANDOM_LENGTH = 16;

    private static final Pattern RANDOM_PART = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{" + RANDOM_LENGTH + "}");

    private ExternalId() {}

    /** Tells whether the text is the prefix followed by 16 base58 characters. */
    public static boolean matches(String prefix, String text) {
        return text.startsWith(prefix)
                && RANDOM_PART
                        .matcher(text)
                        .region(prefix.length(), text.length())
                        .matches();
    }

    /** Throws IllegalArgumentException unless {@link #matches} holds. */
    public static void check(String prefix, String text) {
        if (!matches(prefix, text)) {
            throw new IllegalArgumentException("not an ID with prefix " + prefix + ": " + text);
        }
    }
}
