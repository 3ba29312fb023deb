package dev.signalbox.app.postgres;

import dev.signalbox.app.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder in which an installation with its own PostgreSQL keeps everything; readable by its owner alone. */
public record DataDirectory(Path root) {

    private static final String LOCK = "lock";
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    /** Takes an absolute path, so that messages name it whole. */
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder if it is missing, takes it from everybody but its owner, and returns it under its real path: a
     * program that runs in it is known by that alone. Throws {@link Failure} if that is not possible, or if it holds
     * something that is not Signalbox's, in which nothing is then touched.
     */
    public DataDirectory prepare() {
        try {
            if (!Files.exists(root)) {
                createPrivate(root);
            }
            if (!isOurs()) {
                throw new Failure("The folder " + root
                        + " is neither empty nor a data directory of Signalbox: choose another with --data-dir.");
            }
            if (!Files.getPosixFilePermissions(root).equals(OWNER_ALONE)) {
                Files.setPosixFilePermissions(root, OWNER_ALONE);
            }
            if (!Files.exists(lockFile())) {
                Files.createFile(
                        lockFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            createPrivate(postgres());
            return new DataDirectory(root.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            throw new Failure("The data directory " + root + " cannot be used: " + e + ".", e);
        }
    }

    private boolean isOurs() throws IOException {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (var entries = Files.list(root)) {
            return Files.exists(lockFile()) || entries.findAny().isEmpty();
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    }

    /** The file that whoever uses the folder holds locked. */
    Path lockFile() {
        return root.resolve(LOCK);
    }

    /** Everything of PostgreSQL's. */
    Path postgres() {
        return root.resolve("postgres");
    }

    /** The application's log. */
    public Path logFile() {
        return root.resolve("log").resolve("signalbox.log");
    }
}
