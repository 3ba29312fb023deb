package dev.signalbox.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.domain.port.out.Secrets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Secrets with Argon2id for passwords, which people choose, and SHA-256 for tokens, which nobody could try through. */
public final class Argon2Secrets implements Secrets {

    private static final int PASSWORD_GROUPS = 4;
    private static final int PASSWORD_GROUP_LENGTH = 5;

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String hashOfNobody = hashPassword(Base58.random(32));

    @Override
    public String newToken() {
        return TokenText.random();
    }

    @Override
    public boolean isToken(String text) {
        return TokenText.isOne(text);
    }

    @Override
    public String hashToken(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Four groups of five base58 characters: 117 bits that can be read aloud. */
    @Override
    public String newPassword() {
        return IntStream.range(0, PASSWORD_GROUPS)
                .mapToObj(_ -> Base58.random(PASSWORD_GROUP_LENGTH))
                .collect(Collectors.joining("-"));
    }

    @Override
    public String hashPassword(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean passwordMatches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    @Override
    public String hashOfNobody() {
        return hashOfNobody;
    }
}
