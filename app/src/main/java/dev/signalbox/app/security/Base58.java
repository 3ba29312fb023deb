package dev.signalbox.app.security;

import dev.signalbox.domain.ExternalId;
import java.security.SecureRandom;

/** Text in base58, which has no characters that look alike. */
final class Base58 {

    private static final int RADIX = ExternalId.ALPHABET.length();

    private static final SecureRandom RANDOM = new SecureRandom();

    private Base58() {}

    /**
     * So many characters, each as likely as any other: nextInt with a bound rejects what would favour the first ones.
     */
    static String random(int length) {
        return RANDOM.ints(length, 0, RADIX)
                .collect(
                        StringBuilder::new,
                        (text, digit) -> text.append(ExternalId.ALPHABET.charAt(digit)),
                        StringBuilder::append)
                .toString();
    }

    /** A number from 0 on, in exactly so many characters. */
    static String ofNumber(long number, int length) {
        var text = new StringBuilder();
        for (long rest = number; text.length() < length; rest /= RADIX) {
            text.append(ExternalId.ALPHABET.charAt((int) (rest % RADIX)));
        }
        return text.reverse().toString();
    }
}
