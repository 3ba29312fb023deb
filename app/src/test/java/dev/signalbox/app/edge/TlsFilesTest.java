package dev.signalbox.app.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.console.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFilesTest {

    @TempDir
    private static Path folder;

    private static TlsFiles one;
    private static TlsFiles other;

    @BeforeAll
    static void make() throws Exception {
        one = Certificates.make(folder, "one", "EC", 1);
        other = Certificates.make(folder, "other", "EC", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void acceptsACertificateWithItsKey(String algorithm) throws Exception {
        assertThat(Certificates.make(folder, algorithm, algorithm, 1).check(Instant.now()))
                .isEmpty();
    }

    @Test
    void saysThatAKeyIsAnothersCertificates() {
        assertRefused(new TlsFiles(one.certificate(), other.key()), "is not that of the certificate in");
    }

    @Test
    void saysThatAFileCannotBeRead() {
        var none = folder.resolve("none");

        assertRefused(new TlsFiles(none, one.key()), none + " (--tls-certificate) cannot be read");
        assertRefused(new TlsFiles(one.certificate(), none), none + " (--tls-key) cannot be read");
        assertRefused(new TlsFiles(folder, one.key()), folder + " (--tls-certificate) cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no PEM at all",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"
            })
    void saysThatAFileHoldsNothingOfUse(String content) throws Exception {
        var file = Files.writeString(folder.resolve("bad"), content);

        assertRefused(new TlsFiles(file, one.key()), file + " (--tls-certificate) holds no certificate");
        assertRefused(new TlsFiles(one.certificate(), file), file + " (--tls-key) holds no private key");
    }

    @Test
    void saysThatTheTwoFilesAreSwapped() {
        assertRefused(new TlsFiles(one.key(), one.certificate()), "holds no certificate");
    }

    @Test
    void warnsOfACertificateThatIsNotValidNow() {
        var inTwoYears = Instant.now().plus(Duration.ofDays(730));
        var lastYear = Instant.now().minus(Duration.ofDays(365));

        assertThat(one.check(inTwoYears))
                .get()
                .asString()
                .contains("has expired", one.certificate().toString());
        assertThat(one.check(lastYear)).get().asString().contains("is not valid before");
    }

    private static void assertRefused(TlsFiles files, String reason) {
        assertThatThrownBy(() -> files.check(Instant.now()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(reason);
    }
}
