package dev.signalbox.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.postgres.DirectoryLock.Holder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void isForItsOwnerAlone() throws Exception {
        var directory = new DataDirectory(folder.resolve("deep").resolve("down")).prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.root())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.postgres())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.lockFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void isTakenFromEverybodyElseIfItWasOpenToThem() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        new DataDirectory(folder).prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void isKnownByItsRealPath() throws Exception {
        var real = Files.createDirectory(folder.resolve("real"));
        var link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThat(new DataDirectory(link).prepare().root()).isEqualTo(real.toRealPath());
    }

    @Test
    void isPreparedAnyNumberOfTimes() {
        var directory = new DataDirectory(folder.resolve("data")).prepare();

        assertThat(directory.prepare()).isEqualTo(directory);
    }

    @Test
    void touchesNothingInAFolderOfSomebodyElses() throws Exception {
        Files.writeString(folder.resolve("letter"), "dear");

        assertThatThrownBy(() -> new DataDirectory(folder).prepare())
                .isInstanceOf(Failure.class)
                .hasMessageContaining(folder.toString());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("letter"));
        }
    }

    @Test
    void refusesAFileInItsPlace() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new DataDirectory(file).prepare()).isInstanceOf(Failure.class);
    }

    @Test
    void isLockedByOneServerAtATime() {
        var directory = new DataDirectory(folder.resolve("data")).prepare();
        try (var held = DirectoryLock.take(directory, Holder.SERVER).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(DirectoryLock.take(directory, Holder.SERVER)).isEmpty();
            assertThat(DirectoryLock.take(directory, Holder.COMMAND)).isEmpty();
        }
        assertThat(DirectoryLock.take(directory, Holder.SERVER)).get().satisfies(DirectoryLock::close);
    }

    @Test
    void isLockedForAServerOnceACommandIsDone() throws Exception {
        var directory = new DataDirectory(folder.resolve("data")).prepare();
        var command = DirectoryLock.take(directory, Holder.COMMAND).orElseThrow();
        var closer = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            command.close();
        });

        assertThat(DirectoryLock.take(directory, Holder.SERVER)).get().satisfies(DirectoryLock::close);
        closer.join();
    }

    /** As a server leaves it behind that was killed: the text is still there, the lock is not. */
    @Test
    void takesNoNoticeOfWhatADeadServerWrote() throws Exception {
        var directory = new DataDirectory(folder.resolve("data")).prepare();
        Files.writeString(directory.lockFile(), "SERVER 999999999\n");

        assertThat(DirectoryLock.take(directory, Holder.SERVER)).get().satisfies(DirectoryLock::close);
    }
}
