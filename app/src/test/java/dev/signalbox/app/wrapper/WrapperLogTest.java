package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the wrapper sends what its command prints, whole and in order, and never lets that change how the run ends. */
class WrapperLogTest extends WrapperFixture {

    @Test
    void sendsEveryByteInManyChunksThoughAnswersAreLost() throws Exception {
        server.loseLogReplies(1);
        var started = wrapper()
                .with("--share-log")
                .script(
                        "terraform",
                        "head -c 1000000 /dev/urandom | tee printed",
                        "printf 'no newline' | tee -a printed; exit 1")
                .start("./terraform", "plan");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(1);
        assertThat(server.log(server.awaitRun(0, "errored"))).isEqualTo(Files.readAllBytes(folder.resolve("printed")));
    }

    @Test
    void goesOnWhereTheServerStandsAndSendsTheRestThoughItWasAway() throws Exception {
        var started = wrapper()
                .with("--share-log")
                .script("tool", "echo first; until test -e more; do sleep 0.2; done; echo second", WAIT, "printf third")
                .start("./tool");
        var run = server.awaitRun(0, "applying");
        server.awaitLog(run, 6);
        server.forgetLog(run);
        Files.createFile(folder.resolve("more"));
        server.awaitLog(run, 13);
        server.goAway();
        started.awaitMessage("is away");
        server.comeBack();
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(new String(server.log(run), StandardCharsets.UTF_8)).isEqualTo("first\nsecond\nthird");
    }

    @Test
    void sendsTheRestAfterTheLastReportWhenTheServerWasAwayUntilThen() throws Exception {
        var started = wrapper()
                .with("--share-log")
                .script("tool", "echo $$ >parent", WAIT, "echo last; exit 6")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.goAway();
        int reports = server.calls("reports");
        Files.createFile(folder.resolve("end"));
        started.awaitMessage("is away");
        server.awaitCalls("reports", reports + 1);
        server.comeBack();

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(new String(server.log(run), StandardCharsets.UTF_8)).isEqualTo("last\n");
    }

    @Test
    void stopsSendingWhenTheLogIsFull() throws Exception {
        server.limitLogs(300_000);
        var started = wrapper()
                .with("--share-log")
                .script("tool", "head -c 1000000 /dev/zero; exit 6")
                .start("./tool");

        assertThat(started.exitCode()).isEqualTo(6);
        assertThat(server.log(server.awaitRun(0, "errored"))).hasSize(300_000);
        assertThat(started.messages()).containsOnlyOnce("the log is sent no further: the server refused it with 422");
    }

    /** An answer without end, a curl that is itself ended, and a folder that is emptied before curl reads from it. */
    @ParameterizedTest
    @ValueSource(strings = {"exit 23", "kill -s KILL $$", "rm \"${body%% *}\""})
    void asksOnceMoreWithoutGivingTheLogUp(String fails) throws Exception {
        Files.createDirectory(folder.resolve("odd"));
        var started = wrapper()
                .with("--share-log")
                .script(
                        "odd/curl",
                        "PATH=${PATH#*:}",
                        "body=${*#*--upload-file }",
                        "case $body in */heart.body*)",
                        "  grep -q last-lines \"${body%% *}\" && mkdir failed 2>/dev/null && " + fails,
                        "esac",
                        "exec curl \"$@\"")
                .script("tool", "echo first; echo $$ >parent", WAIT, "echo last; exit 6")
                .withEnvironment("PATH", folder.resolve("odd") + ":" + System.getenv("PATH"))
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.awaitHeartbeat(run, "\"last-lines\":[\"first\"]");
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(folder.resolve("failed")).isDirectory();
        assertThat(new String(server.log(run), StandardCharsets.UTF_8)).isEqualTo("first\nlast\n");
        assertThat(started.messages()).doesNotContain("is away", "no room");
        assertThat(run.heartbeats).noneMatch(String::isEmpty);
    }

    @Test
    void sharesWhenTheServerSaysSo() throws Exception {
        server.shareLogs();
        var started = wrapper().script("tool", "echo shared").start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(new String(server.log(server.awaitRun(0, "applied")), StandardCharsets.UTF_8))
                .isEqualTo("shared\n");
    }

    @Test
    void sharesNothingWhenItIsToldNotTo() throws Exception {
        server.shareLogs();
        var started =
                wrapper().with("--no-share-log").script("tool", "echo secret").start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(server.log(server.awaitRun(0, "applied"))).isEmpty();
    }
}
