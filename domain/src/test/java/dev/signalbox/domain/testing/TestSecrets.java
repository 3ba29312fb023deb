package dev.signalbox.domain.testing;

import dev.signalbox.domain.port.out.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Secrets that keep none: fast, the same every time, and countable. */
public final class TestSecrets implements Secrets {

    private static final String TOKEN_PREFIX = "sbx_";
    private static final int TOKEN_LENGTH = TOKEN_PREFIX.length() + 38;
    private static final String HASH_OF_NOBODY = "hash of nobody";

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger passwordChecks = new AtomicInteger();
    private final AtomicReference<Runnable> beforeTheNextHash = new AtomicReference<>(() -> {});

    @Override
    public String newToken() {
        return TOKEN_PREFIX + "%038d".formatted(made.incrementAndGet());
    }

    @Override
    public boolean isToken(String text) {
        return text.startsWith(TOKEN_PREFIX) && text.length() == TOKEN_LENGTH;
    }

    @Override
    public String hashToken(String token) {
        beforeTheNextHash.getAndSet(() -> {}).run();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String newPassword() {
        return "made-password-%06d".formatted(made.incrementAndGet());
    }

    @Override
    public String hashPassword(String password) {
        beforeTheNextHash.getAndSet(() -> {}).run();
        return hashOf(password);
    }

    private static String hashOf(String password) {
        return "hash of " + password;
    }

    @Override
    public boolean passwordMatches(String password, String hash) {
        passwordChecks.incrementAndGet();
        return !hash.equals(HASH_OF_NOBODY) && hash.equals(hashOf(password));
    }

    @Override
    public String hashOfNobody() {
        return HASH_OF_NOBODY;
    }

    /** Has something happen while the next secret is being hashed. */
    public void beforeTheNextHash(Runnable act) {
        beforeTheNextHash.set(act);
    }

    /** How many passwords have been checked, each of which would have taken its time. */
    public int passwordChecks() {
        return passwordChecks.get();
    }
}
