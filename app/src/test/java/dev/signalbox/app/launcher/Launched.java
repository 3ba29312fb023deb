package dev.signalbox.app.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the real jar as a process, with its two outputs in files. */
final class Launched implements AutoCloseable {

    private static final long LIMIT_SECONDS = 180;

    private final Process process;
    private final Path out;
    private final Path err;

    private Launched(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command in an environment that knows nothing of Signalbox but what is given. */
    static Launched start(Path scratch, Map<String, String> environment, String... arguments) throws IOException {
        return writing(Files.createTempFile(scratch, "out", ".txt"), scratch, environment, arguments);
    }

    /** The same with the standard output in that file. */
    static Launched writing(Path out, Path scratch, Map<String, String> environment, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("signalbox.jar", "target/signalbox.jar")));
        command.addAll(List.of(arguments));
        var err = Files.createTempFile(scratch, "err", ".txt");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGNALBOX_"));
        builder.environment().putAll(environment);
        return new Launched(builder.start(), out, err);
    }

    /** Waits for the command's end and returns its exit code. */
    int exitCode() throws InterruptedException, IOException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + out() + err());
        }
        return process.exitValue();
    }

    /** Waits until the standard output has the text. */
    void awaitOutput(String text) throws InterruptedException, IOException {
        for (long tries = LIMIT_SECONDS * 5; !out().contains(text); tries--) {
            if (tries == 0 || !process.isAlive()) {
                throw new AssertionError("never said \"" + text + "\": " + out() + err());
            }
            Thread.sleep(200);
        }
    }

    /** Waits until the error output names the step. */
    void awaitStep(String step) throws InterruptedException, IOException {
        for (long tries = LIMIT_SECONDS * 20; !err().contains(step); tries--) {
            if (tries == 0 || !process.isAlive()) {
                throw new AssertionError("never came to \"" + step + "\": " + out() + err());
            }
            Thread.sleep(50);
        }
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** As Ctrl-C or a service manager stops it. */
    void terminate() {
        process.destroy();
    }

    /** What must not run on when a test has failed. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
