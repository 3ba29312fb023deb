package dev.signalbox.domain.port.out;

/** Making and checking secrets. */
public interface Secrets {

    /** A new token text: a recognisable prefix, at least 160 random bits, and a checksum. */
    String newToken();

    /** Tells whether the text has the shape and the checksum of a token: no other can be one, and none is looked up. */
    boolean isToken(String text);

    /** SHA-256 of the text in 64 lower-case hexadecimal digits; fit for tokens, whose entropy is high. */
    String hashToken(String token);

    /** A new password that a person can type: at least 100 random bits. */
    String newPassword();

    /** A slow, salted hash of a password. */
    String hashPassword(String password);

    /** Tells whether the hash is one of this password; takes about as long for {@link #hashOfNobody()} as for any. */
    boolean passwordMatches(String password, String hash);

    /** A hash that no password matches, to check against where there is no account, so that time tells nothing. */
    String hashOfNobody();
}
