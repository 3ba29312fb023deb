package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the wrapper does when its token is rotated or not accepted any more while the command runs. */
class WrapperTokenTest extends WrapperFixture {

    private static final String NEXT = "stub.token-2";

    @Test
    void readsTheFileAgainWhenTheTokenWasRotated() throws Exception {
        var started = wrapper()
                .withTokenFile(StubServer.TOKEN)
                .script("tool", "echo $$ >parent", "until test -e rotated; do sleep 0.2; done; sleep 2")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        // In this order: the file is read again only once the token is refused.
        Files.writeString(folder.resolve("token"), NEXT);
        server.accept(NEXT);
        Files.createFile(folder.resolve("rotated"));

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(run.status).isEqualTo("applied");
        assertThat(started.messages()).doesNotContain("not accepted");
    }

    @Test
    void waitsWithAReportUntilTheFileHoldsTheNextToken() throws Exception {
        var started = wrapper()
                .withTokenFile(StubServer.TOKEN)
                .script("tool", "echo $$ >parent", WAIT)
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.accept(NEXT);
        started.awaitMessage("the token is not accepted any more");
        int reports = server.calls("reports");
        Files.createFile(folder.resolve("end"));
        server.awaitCalls("reports", reports + 1);
        Files.writeString(folder.resolve("token"), NEXT);

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(run.status).isEqualTo("applied");
        assertThat(started.messages()).contains("not accepted", "accepted again");
    }

    @Test
    void letsTheCommandGoOnAndSaysWhatARefusedTokenMeans() throws Exception {
        var started =
                wrapper().script("tool", "echo $$ >parent", WAIT, "exit 9").start("./tool");
        started.awaitPid("parent");
        server.awaitRun(0, "applying");
        server.accept(NEXT);
        started.awaitMessage("cannot be seen, confirmed or stopped from Signalbox");
        server.awaitCalls("heartbeats", server.calls("heartbeats") + 2);
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(9);
        assertThat(started.messages()).containsOnlyOnce("not accepted").contains("refused the last report");
    }

    @Test
    void doesNotTakeAnUnfitFileForTheNextToken() throws Exception {
        var started = wrapper()
                .withTokenFile(StubServer.TOKEN)
                .with("--retry", "1")
                .script("tool", "echo $$ >parent", WAIT, "exit 9")
                .start("./tool");
        started.awaitPid("parent");
        server.awaitRun(0, "applying");
        Files.writeString(folder.resolve("token"), "x\\\"\nurl = http://127.0.0.1:1/\n");
        server.accept(NEXT);
        started.awaitMessage("not accepted");
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(9);
        assertThat(started.messages()).contains("with 401").doesNotContain("is away");
    }
}
