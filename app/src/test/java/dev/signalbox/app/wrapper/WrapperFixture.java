package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What every test of the wrapper has: a stub server, a folder, and each of the shells in turn. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@ValueSource(strings = {"dash", "bash"})
abstract class WrapperFixture {

    /** For a script: waits until the test makes the file {@code end}. */
    static final String WAIT = "until test -e end; do sleep 0.2; done";

    @Parameter
    String shell;

    @TempDir
    Path folder;

    StubServer server;

    private final List<Wrapper> wrappers = new ArrayList<>();

    @BeforeEach
    void startServer() throws IOException {
        requireCommand(shell);
        server = new StubServer();
    }

    static void requireCommand(String name) {
        boolean installed = Stream.of("/bin/", "/usr/bin/").anyMatch(bin -> Files.isExecutable(Path.of(bin + name)));
        require(installed, name + " is not installed");
    }

    /** What a test cannot do without: where it is missing, the test fails in CI and is skipped elsewhere. */
    static void require(boolean given, String problem) {
        if (!given && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(problem + ", and CI must not skip it");
        }
        assumeTrue(given, problem);
    }

    /** Skips in CI too: who runs the tests is nothing that can be installed. */
    static void requireRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give folders away");
    }

    /** Makes a folder, with all that is in it, somebody else's. */
    static void giveAway(Path given) throws IOException, InterruptedException {
        Process chown = new ProcessBuilder("chown", "-R", "65534", given.toString()).start();
        assertThat(chown.waitFor()).as("the end of chown").isZero();
    }

    @AfterEach
    void nothingOfTheWrapperIsLeft() throws IOException {
        wrappers.forEach(Wrapper::end);
        if (server != null) {
            server.close();
            deleteLinks(folder.resolve("tools"));
            Path tmp = folder.resolve("tmp");
            if (Files.exists(tmp)) {
                assertThat(tmp).isEmptyDirectory();
            }
        }
    }

    private static void deleteLinks(Path tools) throws IOException {
        if (Files.exists(tools)) {
            try (Stream<Path> links = Files.list(tools)) {
                for (Path link : links.toList()) {
                    Files.delete(link);
                }
            }
        }
    }

    Wrapper wrapper() throws IOException {
        wrappers.add(new Wrapper(shell, folder, server.url()));
        return wrappers.getLast();
    }
}
