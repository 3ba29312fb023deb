package dev.signalbox.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said in one sentence, before anything is touched. */
class RefusedStartIT {

    @TempDir
    Path scratch;

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertRefused(
                    1,
                    "Port " + taken.getLocalPort() + " of 127.0.0.1",
                    "--port",
                    String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        assertRefused(
                1,
                "127.0.0.1:" + free + "/signalbox as signalbox cannot be reached",
                "--database-url",
                "postgresql://127.0.0.1:" + free + "/signalbox");
    }

    @Test
    void saysThatTheFolderIsSomebodyElses() throws Exception {
        var foreign = Files.createDirectory(scratch.resolve("foreign"));
        Files.writeString(foreign.resolve("letter"), "dear");

        assertRefused(1, foreign.toString(), "--data-dir", foreign.toString());
        try (var files = Files.list(foreign)) {
            assertThat(files).containsExactly(foreign.resolve("letter"));
        }
    }

    @Test
    void saysWhichSettingIsWrong() throws Exception {
        assertRefused(2, "--port (SIGNALBOX_PORT)", "--port", "many");
    }

    private void assertRefused(int exitCode, String reason, String... arguments) throws Exception {
        var data = scratch.resolve("data");
        var command = new String[arguments.length + 1];
        command[0] = "start";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try (var launched = Launched.start(
                scratch, Map.of("SIGNALBOX_DATA_DIR", data.toString(), "SIGNALBOX_PORT", "0"), command)) {
            assertThat(launched.exitCode()).as(launched.err()).isEqualTo(exitCode);
            assertThat(launched.out()).isEmpty();
            assertThat(launched.err()).startsWith("signalbox: ").contains(reason);
            assertThat(launched.err().lines().filter(line -> !line.startsWith("Try: ")))
                    .hasSize(1);
            assertThat(data).doesNotExist();
        }
    }
}
