package dev.signalbox.app.edge;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.console.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The two PEM files that TLS needs.
 *
 * @param certificate the server's own first, then those between it and the authority's
 * @param key its private key, without a passphrase
 */
public record TlsFiles(Path certificate, Path key) {

    private static final String BUNDLE = "spring.ssl.bundle.pem.signalbox.";

    /** Makes the paths independent of the present directory. */
    public TlsFiles {
        certificate = certificate.toAbsolutePath();
        key = key.toAbsolutePath();
    }

    /**
     * Looks at the files before anything is started with them. Throws {@link Failure} for what cannot be used.
     *
     * @return what a person should know all the same: that the certificate is not valid now
     */
    public Optional<String> check(Instant now) {
        var own = certificates().getFirst();
        if (privateKeyIsMissing()) {
            throw new Failure("The file " + key + " (--tls-key) holds no private key in PEM without a passphrase.");
        }
        try {
            PropertiesSslBundle.get(properties()).getManagers().getKeyManagers();
        } catch (RuntimeException e) {
            throw new Failure(
                    "The key in " + key + " (--tls-key) is not that of the certificate in " + certificate
                            + " (--tls-certificate).",
                    e);
        }
        if (now.isAfter(own.getNotAfter().toInstant())) {
            return Optional.of("The certificate in " + certificate + " has expired, "
                    + own.getNotAfter().toInstant() + ": clients will refuse to connect.");
        }
        return now.isBefore(own.getNotBefore().toInstant())
                ? Optional.of("The certificate in " + certificate + " is not valid before "
                        + own.getNotBefore().toInstant() + ": clients will refuse to connect.")
                : Optional.empty();
    }

    private List<X509Certificate> certificates() {
        var problem = "The file " + certificate + " (--tls-certificate) holds no certificate in PEM.";
        try {
            var found = content(certificate, "--tls-certificate").getCertificates();
            if (found.isEmpty()) {
                throw new Failure(problem);
            }
            return found;
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new Failure(problem, e);
        }
    }

    private boolean privateKeyIsMissing() {
        try {
            return content(key, "--tls-key").getPrivateKey() == null;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return true;
        }
    }

    private static PemContent content(Path file, String flag) {
        try {
            return PemContent.load(file);
        } catch (IOException e) {
            throw new Failure("The file " + file + " (" + flag + ") cannot be read: " + FileTrouble.of(e) + ".", e);
        }
    }

    private PemSslBundleProperties properties() {
        var properties = new PemSslBundleProperties();
        properties.getKeystore().setCertificate(certificate.toUri().toString());
        properties.getKeystore().setPrivateKey(key.toUri().toString());
        properties.getKeystore().setVerifyKeys(true);
        return properties;
    }

    /** Spring Boot's settings for a server with these files, which are read again whenever they have changed. */
    public Map<String, Object> settings() {
        return Map.of(
                BUNDLE + "keystore.certificate",
                certificate.toUri().toString(),
                BUNDLE + "keystore.private-key",
                key.toUri().toString(),
                BUNDLE + "keystore.verify-keys",
                true,
                BUNDLE + "reload-on-update",
                true,
                "server.ssl.bundle",
                "signalbox");
    }
}
