package dev.signalbox.app.postgres;

import dev.signalbox.app.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder in which an installation with its own PostgreSQL keeps everything; readable by its owner alone. */
public record DataDirectory(Path root) {

    private static final String LOCK = "lock";

    /** Takes an absolute path, so that messages name it whole. */
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder if it is missing. Throws {@link Failure} if that is not possible, or if it holds something that
     * is not Signalbox's, in which nothing is then touched.
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
            if (!Files.exists(lockFile())) {
                Files.createFile(
                        lockFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            createPrivate(postgres());
        } catch (IOException | UnsupportedOperationException e) {
            throw new Failure("The data directory " + root + " cannot be used: " + e + ".", e);
        }
        return this;
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
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
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
