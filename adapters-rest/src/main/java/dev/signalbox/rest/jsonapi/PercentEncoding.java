package dev.signalbox.rest.jsonapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Percent-encoding of UTF-8 in queries, with {@code +} for a space when it is read and never when it is written. */
final class PercentEncoding {

    private static final String UNRESERVED = "-._~";

    private PercentEncoding() {}

    /** The text that is encoded, some of it perhaps not; absent if the encoding is broken or its bytes are no UTF-8. */
    static Optional<String> decode(String encoded) {
        byte[] given = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(given.length);
        for (int i = 0; i < given.length; i++) {
            if (given[i] != '%') {
                bytes.write(given[i] == '+' ? ' ' : given[i]);
                continue;
            }
            int octet = i + 2 < given.length ? octet(given[i + 1], given[i + 2]) : -1;
            if (octet < 0) {
                return Optional.empty();
            }
            bytes.write(octet);
            i += 2;
        }
        return utf8(bytes.toByteArray());
    }

    /** The text, encoded so that it can stand as a name or a value of a query. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
            }
        }
        return encoded.toString();
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }

    private static int octet(byte high, byte low) {
        int h = Character.digit((char) high, 16);
        int l = Character.digit((char) low, 16);
        return h < 0 || l < 0 ? -1 : h * 16 + l;
    }

    /** Bytes that are no UTF-8 would come back as others. */
    private static Optional<String> utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? Optional.of(text) : Optional.empty();
    }
}
