package dev.signalbox.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher of a build, with a Java that only writes down what it was started with. */
class TerminalSizeTest {

    private static final String JAVA = """
            #!/bin/sh
            printf '%s\\n' "$@" >>"${0%/bin/java}/seen"
            """;

    @TempDir
    Path root;

    @BeforeEach
    void build() throws IOException {
        Files.copy(
                Path.of("..", "bin", "signalbox"),
                Files.createDirectory(root.resolve("bin")).resolve("signalbox"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(
                Files.createDirectories(root.resolve("app/target/unpacked")).resolve("signalbox.jar"));
        Path bin = Files.createDirectories(root.resolve("jdk/bin"));
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String program : new String[] {"java", "javac"}) {
            assertThat(Files.writeString(bin.resolve(program), JAVA).toFile().setExecutable(true))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void handsOnTheSizeOfTheTerminal(String shell) throws Exception {
        String there = "stty cols 40 rows 15; exec " + shell + " bin/signalbox runs list";

        assertThat(seen("script", "-qec", there, "/dev/null")).contains("-Dsignalbox.screen=15 40", "list");
    }

    @ParameterizedTest
    @ValueSource(strings = {">out", ">&-", "| cat"})
    void handsOnNoSizeWhereThereIsNoTerminal(String output) throws Exception {
        assertThat(seen("sh", "-c", "sh bin/signalbox runs list " + output))
                .contains("list")
                .doesNotContain("signalbox.screen");
    }

    @Test
    void handsOnTheUsualSizeWhereTheTerminalCannotBeAsked() throws Exception {
        String there = "PATH=$PWD/tools:$PATH exec sh bin/signalbox runs list";
        Path stty = Files.createDirectory(root.resolve("tools")).resolve("stty");
        assertThat(Files.writeString(stty, "#!/bin/sh\nexit 1\n").toFile().setExecutable(true))
                .isTrue();

        assertThat(seen("script", "-qec", there, "/dev/null")).contains("-Dsignalbox.screen=24 80");
    }

    private String seen(String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        var process = builder.redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(root.resolve("output")))
                .isZero();
        return Files.readString(root.resolve("jdk/seen"));
    }
}
