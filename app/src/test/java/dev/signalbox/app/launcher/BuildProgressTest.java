package dev.signalbox.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Maven that waits in the middle of its build until it is let go, and fails then. */
class BuildProgressTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MAVEN = """
            #!/bin/sh
            echo '[INFO] Scanning for projects...'
            echo '[INFO] Building Signalbox domain 0.1.0-SNAPSHOT                 [2/7]'
            while [ ! -f go ]; do sleep 0.1; done
            echo '[ERROR] It is only a sample.'
            exit 1
            """;

    @TempDir
    Path root;

    @Test
    void tellsHowFarTheBuildIsWhileItBuilds() throws Exception {
        var process = launcher().start();
        try {
            var messages = process.errorReader();
            assertThat(line(messages)).startsWith("Building Signalbox");
            assertThat(line(messages)).isEqualTo("  2/7 Signalbox domain");

            Files.createFile(root.resolve("go"));

            assertThat(line(messages)).isEqualTo("[ERROR] It is only a sample.");
            assertThat(line(messages)).startsWith("signalbox: the build failed");
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        } finally {
            Files.write(root.resolve("go"), new byte[0]);
            process.destroyForcibly();
        }
    }

    private ProcessBuilder launcher() throws IOException {
        var bin = Files.createDirectory(root.resolve("bin"));
        var launcher = Files.copy(Path.of("..", "bin", "signalbox"), bin.resolve("signalbox"));
        var maven = Files.writeString(root.resolve("mvnw"), MAVEN);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        Files.createFile(root.resolve("pom.xml"));
        var builder = new ProcessBuilder("sh", launcher.toString(), "start").directory(root.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static String line(BufferedReader messages) throws Exception {
        return CompletableFuture.supplyAsync(() -> read(messages)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static String read(BufferedReader messages) {
        try {
            return String.valueOf(messages.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
