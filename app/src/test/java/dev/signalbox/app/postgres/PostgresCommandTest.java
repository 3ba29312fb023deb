package dev.signalbox.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PostgresCommandTest {

    @TempDir
    private Path folder;

    private PostgresCommand command;

    @BeforeEach
    void make() {
        command = new PostgresCommand(new PostgresPrograms(folder), folder.resolve("output"));
    }

    /**
     * {@code pg_ctl} may be about to start the server when it is told to give up: here it starts it for the very reason
     * that it is told to end, or else a moment later.
     */
    @Test
    void leavesNoServerBehindThatWasJustBeingStarted() throws Exception {
        program("""
                serve() { setsid sleep 300 & echo $! > "$1/server"; }
                trap 'serve "$1"; exit 1' TERM
                echo starting > "$1/phase"
                sleep 0.5
                serve "$1"
                wait
                """);
        var result = CompletableFuture.supplyAsync(() -> command.run("pg_ctl", folder.toString()));
        await(folder.resolve("phase"));

        command.giveUp();

        assertThat(result.get(30, TimeUnit.SECONDS).exitCode()).isNotNegative();
        var server = Long.parseLong(Files.readString(folder.resolve("server")).strip());
        try {
            assertThat(ProcessHandle.of(server)).isEmpty();
        } finally {
            ProcessHandle.of(server).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void givesUpNothingWhenNothingRuns() throws Exception {
        program("exit 3\n");
        assertThat(command.run("pg_ctl").exitCode()).isEqualTo(3);

        command.giveUp();

        assertThat(command.run("pg_ctl").exitCode()).isEqualTo(3);
    }

    private void program(String script) throws IOException {
        var file = Files.createDirectories(folder.resolve("bin")).resolve("pg_ctl");
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static void await(Path file) throws Exception {
        while (!Files.exists(file) || Files.size(file) == 0) {
            Thread.sleep(20);
        }
    }
}
