package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wrapper does while the server answers seconds late, and while its own machine's clock is wrong. */
class WrapperSlowTest extends WrapperFixture {

    /** Longer than the time between two heartbeats, and than any of them asks to wait. */
    private static final Duration LATE = Duration.ofMillis(2500);

    private static final Pattern OUTPUT =
            Pattern.compile("\"sent-at\":\"([^\"]+)\".*\"output-bytes\":(\\d+),\"output-at\":\"([^\"]+)\"");

    @Test
    void holdsNoCommandUpWhileTheServerIsSlow() throws Exception {
        var started = wrapper()
                .script("tool", "echo $$ >parent; until test -e end; do sleep 0.2; done; echo $$ >ended; exit 6")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.becomeSlow(LATE);
        Files.createFile(folder.resolve("end"));
        started.awaitPid("ended");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(run.status).isEqualTo("errored");
        assertThat(started.messages()).doesNotContain("is away");
    }

    /** Who sends the signal again is told how long that takes, and need not send it a third time. */
    @Test
    void waitsNoLongerThanItSaysForAReportAfterASecondSignal() throws Exception {
        var started = wrapper()
                .script("tool", "trap 'exit 42' INT", "echo $$ >parent", "while :; do sleep 0.2; done")
                .start("./tool");
        started.awaitPid("parent");
        server.awaitRun(0, "applying");
        server.becomeSlow(Duration.ofSeconds(12));
        started.signalFirst("TERM", "TERM arrived: ");

        started.signalUntil("TERM", "TERM arrived again: what is under way to the server has 5 s to be answered");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(42);
        assertThat(started.messages()).contains("TERM arrived again: how run-0000000000000001 ended is not reported");
        server.becomeSlow(Duration.ZERO);
    }

    /** What fails to be told before the report must not be told twice, nor keep that waiting for long. */
    @Test
    void tellsAFailedPlanOnceThoughTheServerIsSlow() throws Exception {
        var started = wrapper()
                .with("--heartbeat", "10")
                .script("terraform", "echo $$ >parent", WAIT, "exit 1")
                .start("./terraform", "plan");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "planning");
        server.awaitHeartbeat(run, "process-id");
        int beats = run.heartbeats.size();
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(1);
        assertThat(run.heartbeats).hasSize(beats + 1);
    }

    @Test
    void isStoppedByAServerThatIsSlow() throws Exception {
        var started = wrapper()
                .script("tool", "trap 'exit 42' INT", "echo $$ >parent", "while :; do sleep 0.2; done")
                .start("./tool");
        long command = started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.becomeSlow(LATE);
        server.awaitHeartbeat(run, "process-id");

        server.force(run, "errored");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(42);
        assertThat(AliveProcesses.isAlive(command)).isFalse();
        assertThat(server.events(run)).endsWith("stopping", "gone");
    }

    @ParameterizedTest
    @ValueSource(ints = {-7200, 7200})
    void tellsTheAgeOfTheOutputThoughTheClockIsSet(int jump) throws Exception {
        var started = wrapperWithAClockOfItsOwn()
                .script("tool", "echo printed; echo $$ >parent; until test -e end; do sleep 0.2; done")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        String before = server.awaitHeartbeat(run, "output-at");
        setClock(jump);
        String after = before;
        for (int beat = 0; beat < 5 && isNear(before, after); beat++) {
            after = server.awaitHeartbeatAfter(run, after);
        }
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(age(after)).isBetween(Duration.ZERO, Duration.ofMinutes(5));
        assertThat(isNear(before, after)).isFalse();
    }

    @Test
    void killsAfterTheGraceThoughTheClockIsPutBack() throws Exception {
        var started = wrapperWithAClockOfItsOwn()
                .with("--grace", "2")
                .script("tool", "trap 'echo $$ >told' INT", "echo $$ >parent", "while :; do sleep 0.2; done")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.force(run, "errored");
        started.awaitPid("told");

        setClock(-86400);

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(137);
        assertThat(server.events(run)).endsWith("gone");
    }

    /** The wrapper asks this {@code date}, which is as many seconds wrong as a file says. */
    private Wrapper wrapperWithAClockOfItsOwn() throws Exception {
        Files.createDirectories(folder.resolve("clock"));
        setClock(-36_000);
        return wrapper()
                .script(
                        "clock/date",
                        "PATH=${PATH#*:} wrong=$(cat " + folder.resolve("wrong") + ")",
                        "exec date -d \"@$(($(date +%s) + wrong))\" \"$@\"")
                .withEnvironment("PATH", folder.resolve("clock") + ":" + System.getenv("PATH"));
    }

    private void setClock(int seconds) throws Exception {
        Path next = Files.writeString(folder.resolve("wrong.new"), Integer.toString(seconds));
        Files.move(next, folder.resolve("wrong"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isNear(String before, String after) {
        return Duration.between(sentAt(before), sentAt(after)).abs().compareTo(Duration.ofHours(1)) < 0;
    }

    private static Duration age(String heartbeat) {
        return Duration.between(OffsetDateTime.parse(output(heartbeat).group(3)), sentAt(heartbeat));
    }

    private static OffsetDateTime sentAt(String heartbeat) {
        return OffsetDateTime.parse(output(heartbeat).group(1));
    }

    private static Matcher output(String heartbeat) {
        Matcher matcher = OUTPUT.matcher(heartbeat);
        assertThat(matcher.find()).as(heartbeat).isTrue();
        return matcher;
    }
}
