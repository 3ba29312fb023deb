package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wrapper does in bad conditions: a server that talks nonsense, a full disk, an output that is closed. */
class WrapperConditionsTest extends WrapperFixture {

    @Test
    void runsNothingWhenSomethingElseAnswers() throws Exception {
        server.talkNonsense(true);
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).isEqualTo(4);
        assertThat(started.messages()).contains("nothing was run").contains("it answered 200");
        assertThat(started.calls()).isEmpty();
    }

    @Test
    void keepsLittleOfAnAnswerWithoutEnd() throws Exception {
        AtomicLong written = new AtomicLong();
        HttpServer babbler = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        babbler.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (byte[] part = new byte[65_536]; ; written.addAndGet(part.length)) {
                exchange.getResponseBody().write(part);
            }
        });
        babbler.start();
        try {
            var started = wrapper()
                    .withEnvironment(
                            "SIGNALBOX_URL",
                            "http://127.0.0.1:" + babbler.getAddress().getPort())
                    .fakeTerraform("terraform", 2, 0)
                    .start("./terraform", "plan");

            assertThat(started.exitCode()).as(started.messages()).isEqualTo(4);
            assertThat(started.messages()).contains("nothing was run").contains("it answered 200");
            assertThat(written).hasValueLessThan(3 * 32 * 1024 * 1024);
        } finally {
            babbler.stop(0);
        }
    }

    @Test
    void heedsNoNonsenseInTheMiddle() throws Exception {
        var started = wrapper()
                .script("tool", "echo $$ >parent; until test -e end; do sleep 0.2; done; exit 6")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.talkNonsense(true);
        started.awaitMessage("is away");
        int reports = server.calls("reports");
        Files.createFile(folder.resolve("end"));
        server.awaitCalls("reports", reports + 1);

        server.talkNonsense(false);

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(run.status).isEqualTo("errored");
    }

    @Test
    void runsNothingWhenTheDiskTakesNothing() throws Exception {
        var started = wrapper()
                .withEnvironment("TMPDIR", "/proc/no-folder")
                .fakeTerraform("terraform", 2, 0)
                .start("./terraform", "plan");

        assertThat(started.exitCode()).isEqualTo(4);
        assertThat(started.messages())
                .isEqualTo("signalbox: nothing was run: no temporary folder can be made in /proc/no-folder\n");
        assertThat(server.runs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "echo 0123456789abcdef", "mkdir drawn && echo 0123456789abcdef0123456789abcdef"})
    void runsNothingWithoutRandomNumbers(String od) throws Exception {
        var started = wrapper()
                .script("od", od)
                .through("PATH=$PWD:$PATH exec \"$@\"")
                .fakeTerraform("terraform", 2, 0)
                .start("./terraform", "plan");

        assertThat(started.exitCode()).isEqualTo(4);
        assertThat(started.messages()).contains("nothing was run: od makes no random number");
        assertThat(started.calls()).isEmpty();
        assertThat(server.runs()).isEmpty();
    }

    @Test
    void keepsTheExitCodeWhenItsOutputIsFull() throws Exception {
        var started = inShell("exec \"$@\" >/dev/full").start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        server.awaitRun(0, "errored");
    }

    @Test
    void keepsTheExitCodeWhenItsOutputIsClosed() throws Exception {
        var started = inShell("exec \"$@\" >&- 2>&-").start("./tool");

        assertThat(started.exitCode()).isEqualTo(6);
        server.awaitRun(0, "errored");
    }

    @Test
    void keepsTheExitCodeWhenOnlyItsStandardOutputIsClosed() throws Exception {
        var started = inShell("exec \"$@\" >&-").start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        server.awaitRun(0, "errored");
    }

    /** A command that was killed for it would leave half of an apply. */
    @ParameterizedTest
    @CsvSource({
        "--no-share-log, '\"$@\" >/dev/full'",
        "--share-log, '\"$@\" >/dev/full'",
        "--no-share-log, '{ \"$@\"; echo $? >code; } | head -n 1; exit $(cat code)'",
        "--share-log, '{ \"$@\"; echo $? >code; } | head -n 1; exit $(cat code)'"
    })
    void letsTheCommandLiveWhoseOutputNobodyTakesAnyMore(String sharing, String line) throws Exception {
        var started = wrapper()
                .with(sharing)
                .script(
                        "tool",
                        "seq 1000; sleep 1; seq 100000 2>complaint; echo $? >printed; sleep 2; seq 1000; exit 6")
                .through(line)
                .start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(folder.resolve("printed")).content().isEqualToIgnoringNewLines("0");
        assertThat(folder.resolve("complaint")).isEmptyFile();
        server.awaitRun(0, "errored");
    }

    private Wrapper inShell(String line) throws Exception {
        return wrapper().script("tool", "echo printed; exit 6").through(line);
    }
}
