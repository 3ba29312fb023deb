package dev.signalbox.app.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Certificates of 127.0.0.1 and localhost that vouch for themselves, made by the JDK's keytool. */
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private Certificates() {}

    /** Writes {@code NAME.crt} and {@code NAME.key} to the folder, valid for a year from that many days ago on. */
    public static TlsFiles make(Path folder, String name, String algorithm, int daysAgo) throws Exception {
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
                "SAN=ip:127.0.0.1,dns:localhost",
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
