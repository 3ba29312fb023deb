package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.RepeatedTest;

/**
 * What the wrapper does about signals that go to its whole process group, as a terminal's do: whatever it has just begun
 * to look at something hears them too, and may die of them.
 */
class WrapperGroupTest extends WrapperFixture {

    /** For so long several of them are one wish, as one second is not over. */
    private static final int BURST_MILLISECONDS = 700;

    @RepeatedTest(3)
    void givesTheCommandItsWholeGraceAndLeavesNothingBehind() throws Exception {
        var started = wrapper()
                .with("--share-log", "--grace", "60")
                .through("exec setsid \"$@\"")
                .script("stays", "echo $$ >left; exec sleep 300")
                .script(
                        "tool",
                        "trap 'sleep 1; exit 42' INT",
                        "setsid ./stays & until test -s left; do sleep 0.1; done",
                        "echo printed; echo $$ >parent",
                        "while :; do sleep 0.1; done")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");

        interruptOften(started);

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(42);
        assertThat(run.status).isEqualTo("canceled");
        assertThat(server.lastReport(run)).contains("\"event\":\"withdrawn\"").contains("\"exit-code\":42");
        assertThat(started.messages())
                .contains("nothing of the command is alive any more")
                .doesNotContain(
                        "the grace is over",
                        "no room",
                        "is gone",
                        "was killed",
                        "llegal number",
                        "expected",
                        "warning");
        assertThat(AliveProcesses.isAlive(started.awaitPid("left"))).isFalse();
    }

    private static void interruptOften(Wrapper.Started started) throws IOException, InterruptedException {
        long end = System.nanoTime() + BURST_MILLISECONDS * 1_000_000L;
        while (System.nanoTime() < end) {
            started.signalGroup("INT");
        }
    }
}
