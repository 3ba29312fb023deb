package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A wrapper at work, as a CI job would have it. */
final class Pipeline {

    private final Process process;
    private final Path log;

    Pipeline(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Waits for the wrapper's end and returns its exit code. */
    int exitCode(Duration limit) throws InterruptedException {
        assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                .as("ended within %s; it said:%n%s", limit, output())
                .isTrue();
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends the wrapper TERM, as a CI system does that cancels a job. */
    void terminate() {
        process.destroy();
    }

    /** Ends the wrapper, with all that it started, if it has not ended. */
    void end() {
        for (int signals = 0; process.isAlive() && signals < 3; signals++) {
            process.destroy();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What the wrapper and its command have printed so far. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
