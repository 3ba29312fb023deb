package dev.signalbox.app.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.boot.ssl.pem.PemContent;

/** Certificates that vouch for themselves, made by the JDK's keytool. */
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private Certificates() {}

    /** Of 127.0.0.1 and localhost, valid for a year from that many days ago on. */
    public static TlsFiles make(Path folder, String name, String algorithm, int daysAgo) throws Exception {
        return make(folder, name, algorithm, daysAgo, "ip:127.0.0.1,dns:localhost");
    }

    /** Writes {@code NAME.crt} and {@code NAME.key} to the folder; the owner as keytool's SAN extension has it. */
    public static TlsFiles make(Path folder, String name, String algorithm, int daysAgo, String owner)
            throws Exception {
        var store = Files.createTempDirectory(folder, "store").resolve("store.p12");
        keytool(List.of(
                "-genkeypair",
                "-keyalg",
                algorithm,
                "-alias",
                "own",
                "-dname",
                "CN=" + name,
                "-validity",
                "365",
                "-startdate",
                (daysAgo < 0 ? "+" + -daysAgo : "-" + daysAgo) + "d",
                "-ext",
                "SAN=" + owner,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var files = new TlsFiles(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
        pem(files.certificate(), "CERTIFICATE", keys.getCertificate("own").getEncoded());
        pem(
                files.key(),
                "PRIVATE KEY",
                keys.getKey("own", PASSWORD.toCharArray()).getEncoded());
        return files;
    }

    /** TLS for a server that has the certificate, and for a client that believes it and no other. */
    public static SSLContext context(TlsFiles files) throws Exception {
        var own = PemContent.load(files.certificate()).getCertificates().getFirst();
        var key = PemContent.load(files.key()).getPrivateKey();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("believed", own);
        store.setKeyEntry("own", key, PASSWORD.toCharArray(), new Certificate[] {own});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void pem(Path file, String kind, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + kind + "-----\n");
    }

    private static void keytool(List<String> arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
