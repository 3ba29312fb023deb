package dev.signalbox.app.security;

import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of an API token: {@code sbx_}, 32 random base58 characters (187 bits) and 6 that are their checksum.
 *
 * <p>The prefix lets scanners find tokens that lie where they should not; the checksum lets a mistyped one be refused
 * unseen.
 */
final class TokenText {

    private static final String PREFIX = "sbx_";
    private static final int RANDOM_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern SHAPE =
            Pattern.compile(PREFIX + "[1-9A-HJ-NP-Za-km-z]{" + (RANDOM_LENGTH + CHECKSUM_LENGTH) + "}");

    private TokenText() {}

    static String random() {
        var text = PREFIX + Base58.random(RANDOM_LENGTH);
        return text + checksum(text);
    }

    static boolean isOne(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        int end = text.length() - CHECKSUM_LENGTH;
        return text.substring(end).equals(checksum(text.substring(0, end)));
    }

    /** CRC-32 of the text before it; 58 to the 6th is more than 2 to the 32nd, so nothing of it is lost. */
    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return Base58.ofNumber(crc.getValue(), CHECKSUM_LENGTH);
    }
}
