package dev.signalbox.app.postgres;

import dev.signalbox.app.console.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked below the data directory.
 *
 * <p>Never in the system's temporary folder, where another user could put programs of his own in their place.
 */
record PostgresPrograms(Path folder) {

    /**
     * Unpacks the programs for this machine, unless they are there already. Throws {@link Failure} if there are none
     * for it.
     */
    static PostgresPrograms unpack(Path parent) {
        var archive = archiveName().orElseThrow(PostgresPrograms::noneForThisMachine);
        try {
            var folder = parent.resolve("programs-" + fingerprint(archive));
            if (!Files.exists(folder)) {
                var unfinished = parent.resolve("programs.unfinished");
                Folders.delete(unfinished);
                extract(archive, unfinished);
                Files.move(unfinished, folder);
            }
            return new PostgresPrograms(folder);
        } catch (IOException e) {
            throw new Failure("PostgreSQL's programs cannot be unpacked below " + parent + ": " + e + ".", e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static Optional<String> archiveName() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var machine = switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "unknown";
        };
        var name = "/postgres-" + (system.contains("mac") ? "darwin" : system) + "-" + machine + ".txz";
        return Optional.of(name).filter(archive -> PostgresPrograms.class.getResource(archive) != null);
    }

    private static Failure noneForThisMachine() {
        return new Failure("Signalbox brings no PostgreSQL for " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch") + ": name a server of your own with --database-url.");
    }

    private static InputStream open(String archive) throws IOException {
        var stream = PostgresPrograms.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new IOException("no " + archive);
        }
        return stream;
    }

    /** Another archive is another folder, so an update never writes over programs that run. */
    private static String fingerprint(String archive) throws IOException {
        try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extract(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive leads out of its folder: " + entry.getName());
                }
                extract(tar, entry, path);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(path));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                path,
                executable
                        ? PosixFilePermissions.fromString("rwxr-xr-x")
                        : EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
}
