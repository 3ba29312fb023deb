package dev.signalbox.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.port.in.AccessControl;
import org.junit.jupiter.api.Test;

class Argon2SecretsTest {

    private final Argon2Secrets secrets = new Argon2Secrets();

    @Test
    void matchesAPasswordWithItsOwnHashAlone() {
        var hash = secrets.hashPassword("correct horse battery staple");

        assertThat(hash).startsWith("$argon2id$");
        assertThat(secrets.passwordMatches("correct horse battery staple", hash))
                .isTrue();
        assertThat(secrets.passwordMatches("correct horse battery stapler", hash))
                .isFalse();
        assertThat(secrets.hashPassword("correct horse battery staple")).isNotEqualTo(hash);
    }

    @Test
    void makesPasswordsThatItWouldAccept() {
        assertThat(secrets.newPassword())
                .matches("[1-9A-HJ-NP-Za-km-z]{5}(-[1-9A-HJ-NP-Za-km-z]{5}){3}")
                .hasSizeBetween(AccessControl.MIN_PASSWORD_LENGTH, AccessControl.MAX_PASSWORD_LENGTH)
                .isNotEqualTo(secrets.newPassword());
    }

    @Test
    void hashesNobodysPasswordWithTheSameCost() {
        var cost = "\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+$";
        assertThat(secrets.hashOfNobody().replaceAll(cost, ""))
                .isEqualTo(secrets.hashPassword("anything").replaceAll(cost, ""));
        assertThat(secrets.passwordMatches("", secrets.hashOfNobody())).isFalse();
    }

    /** The first example of FIPS 180. */
    @Test
    void hashesTokensWithSha256() {
        assertThat(secrets.hashToken("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
