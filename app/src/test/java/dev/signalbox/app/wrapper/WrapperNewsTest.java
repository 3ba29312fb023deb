package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the wrapper makes of a server that lets a heartbeat's answer wait for news, and of one that does not. */
class WrapperNewsTest extends WrapperFixture {

    private static final String COMMAND = "echo $$ >parent; until test -e end; do sleep 0.2; done";

    @Test
    void hearsOfAStopByTheHeartbeatThatWaits() throws Exception {
        server.letHeartbeatsWait(true);
        var started = wrapper()
                .with("--heartbeat", "10")
                .script("tool", "trap 'exit 42' INT", COMMAND)
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.awaitWaiting(run);
        int sent = run.heartbeats.size();

        server.force(run, "errored");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(42);
        assertThat(server.events(run)).endsWith("stopping", "gone");
        assertThat(run.heartbeats)
                .as("what was sent before, and what is told before the last report")
                .hasSize(sent + 1);
    }

    @Test
    void goesOnBeatingWhileThereIsNoNews() throws Exception {
        server.letHeartbeatsWait(true);
        var started = wrapper().script("tool", COMMAND).start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        String one = server.awaitHeartbeat(run, "process-id");
        server.awaitHeartbeatAfter(run, server.awaitHeartbeatAfter(run, one));
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(started.messages()).doesNotContain("is away");
    }

    @Test
    void isNotDrivenByAServerThatAnswersEarly() throws Exception {
        server.letHeartbeatsWait(false);
        var started = wrapper()
                .with("--heartbeat", "10")
                .script("tool", "echo $$ >parent; sleep 4")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        int sent = run.heartbeats.size();

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(run.heartbeats.size() - sent).isBetween(1, 7);
    }

    @Test
    void takesItsTimeIfTheServerKnowsNoWaiting() throws Exception {
        var started = wrapper()
                .with("--heartbeat", "10")
                .script("tool", "echo $$ >parent; sleep 4")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(run.heartbeats)
                .as("at most one, and what is told before the last report")
                .hasSizeLessThanOrEqualTo(2);
    }
}
