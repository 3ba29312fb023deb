package dev.signalbox.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the server is stopped, or not even made, with programs that only look like PostgreSQL's. */
@Timeout(60)
class EmbeddedPostgresTest {

    @TempDir
    private Path home;

    private EmbeddedPostgres postgres;
    private Process server;

    @BeforeEach
    void startWhatLooksLikeAServer() throws IOException {
        var programs = home.resolve("programs-0");
        var bin = Files.createDirectories(programs.resolve("bin"));
        var program = Files.copy(Path.of("/bin/sh").toRealPath(), bin.resolve("postgres"));
        server = new ProcessBuilder(program.toString(), "-c", "read end").start();
        postgres = new EmbeddedPostgres(home, new PostgresPrograms(programs));
    }

    @AfterEach
    void stopIt() {
        server.destroy();
    }

    @Test
    void saysThatTheServerDidNotStop() throws IOException {
        runningServer();
        program("pg_ctl", "echo it hangs; exit 1");

        assertThatThrownBy(postgres::close)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("PostgreSQL did not stop: it hangs");
    }

    /** {@code pg_ctl} finds no file of a server that ended by itself a moment before, and fails. */
    @Test
    void isContentWithAServerThatEndedBeforeItWasTold() throws IOException {
        var file = runningServer();
        program("pg_ctl", "rm '" + file + "'; echo no server running; exit 1");

        assertThatCode(postgres::close).doesNotThrowAnyException();
        assertThat(file).doesNotExist();
    }

    @Test
    void makesNoDatabaseWhenItIsClosedAlready() throws IOException {
        program("initdb", "touch '" + home.resolve("made") + "'; exit 1");
        postgres.close();

        assertThatThrownBy(() -> postgres.start(_ -> {}))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Stopped before PostgreSQL had started");
        assertThat(home.resolve("made")).doesNotExist();
    }

    private Path runningServer() throws IOException {
        var cluster = Files.createDirectory(home.resolve("data"));
        return Files.writeString(PostmasterFile.path(cluster), server.pid() + "\n");
    }

    private void program(String name, String script) throws IOException {
        var file = Files.writeString(home.resolve("programs-0/bin").resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
