package dev.signalbox.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
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
        program("pg_ctl", """
                serve() { setsid sleep 300 & echo $! > "$1/server"; }
                trap 'serve "$1"; exit 1' TERM
                echo starting > "$1/phase"
                sleep 0.5
                serve "$1"
                wait
                """);

        var result = givenUpOnce("pg_ctl", "phase");

        var server = Long.parseLong(Files.readString(folder.resolve("server")).strip());
        try {
            assertThat(result.exitCode()).isZero();
            assertThat(ProcessHandle.of(server)).isEmpty();
        } finally {
            ProcessHandle.of(server).ifPresent(ProcessHandle::destroy);
        }
    }

    /** It would go on with the next of its children. */
    @Test
    void endsEveryOtherProgramAtOnce() throws Exception {
        program("initdb", """
                sleep 300 &
                trap 'kill $!; exit 7' TERM
                echo making > "$1/phase"
                wait
                exit 0
                """);

        assertThat(givenUpOnce("initdb", "phase").exitCode()).isEqualTo(7);
    }

    @Test
    void givesUpNothingWhenNothingRuns() throws Exception {
        program("pg_ctl", "exit 3\n");
        assertThat(command.run("pg_ctl").exitCode()).isEqualTo(3);

        command.giveUp();

        assertThat(command.run("pg_ctl").exitCode()).isEqualTo(3);
    }

    /** Gives up what runs once it has written that file, and again until it has ended. */
    private PostgresCommand.Result givenUpOnce(String program, String file) throws Exception {
        var result = CompletableFuture.supplyAsync(() -> command.run(program, folder.toString()));
        while (!result.isDone()) {
            if (Files.exists(folder.resolve(file))) {
                command.giveUp();
            }
            Thread.sleep(20);
        }
        return result.get();
    }

    private void program(String name, String script) throws IOException {
        var file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
