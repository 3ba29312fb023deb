package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the wrapper ends at a signal while the server is away: it says what it waits for, and can be told not to. */
class WrapperAwayStopTest extends WrapperFixture {

    private static final String WAITS = "the server is away: signalbox-run tries for up to ";

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void endsAtAnotherSignalOnceTheCommandHasEnded(String signal) throws Exception {
        var started = runTool();
        server.goAway();
        started.awaitMessage("is away (");
        started.signalFirst(signal, signal + " arrived");
        started.awaitMessage(WAITS);

        started.signalUntil(signal, signal + " arrived again: how run-0000000000000001 ended is not reported");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(42);
        assertThat(started.messages()).containsOnlyOnce(WAITS).contains("another signal ends it at once");
    }

    @Test
    void reportsTheEndAllTheSameIfTheServerComesBack() throws Exception {
        var started = runTool();
        server.goAway();
        started.signalFirst("TERM", "TERM arrived");
        started.awaitMessage(WAITS);

        server.comeBack();

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(42);
        assertThat(server.lastReport(server.awaitRun(0, "canceled"))).contains("\"exit-code\":42");
        assertThat(started.messages()).doesNotContain("not reported");
    }

    @Test
    void endsAtAnotherSignalWhileARunWaits() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        server.awaitRun(0, "planned");
        started.awaitMessage("waits until");
        server.goAway();
        started.signalFirst("TERM", "TERM arrived");
        started.awaitMessage(WAITS);

        started.signalUntil("TERM", "TERM arrived again: how run-0000000000000001 ended");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(143);
    }

    /** What it had to report before its own end is not tried any longer either. */
    @Test
    void endsAtAnotherSignalWhileTheEndOfAPlanIsReported() throws Exception {
        var started = wrapper()
                .script("terraform", "echo \"$1\" >>calls; echo $$ >parent", WAIT)
                .start("./terraform", "apply");
        started.awaitPid("parent");
        server.awaitRun(0, "planning");
        server.goAway();
        Files.createFile(folder.resolve("end"));
        server.awaitCalls("reports", server.calls("reports") + 1);
        started.awaitMessage("is away (");
        started.signalFirst("TERM", WAITS);

        started.signalUntil("TERM", "TERM arrived again: how run-0000000000000001 ended");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(143);
        assertThat(started.messages()).doesNotContain("is withdrawn");
        assertThat(started.calls()).containsExactly("plan");
    }

    @Test
    void saysThatAWithdrawalWasLost() throws Exception {
        var started =
                wrapper().with("--retry", "2").fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        server.awaitRun(0, "planned");
        started.awaitMessage("waits until");
        server.goAway();

        started.signalFirst("TERM", "TERM arrived");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(143);
        assertThat(started.messages())
                .contains("the server did not come back: how run-0000000000000001 ended is not reported");
    }

    private Wrapper.Started runTool() throws Exception {
        var started = wrapper()
                .script("tool", "trap 'exit 42' INT", "echo $$ >parent", "while :; do sleep 0.2; done")
                .start("./tool");
        started.awaitPid("parent");
        server.awaitRun(0, "applying");
        return started;
    }
}
