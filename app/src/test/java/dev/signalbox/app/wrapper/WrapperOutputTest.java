package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the wrapper does about a command that prints without measure, and about a disk that fills meanwhile. */
class WrapperOutputTest extends WrapperFixture {

    private static final int MIB = 1024 * 1024;
    private static final String[] MUCH = {"seq 1000000; echo $$ >printed", WAIT, "exit 6"};

    @Test
    void keepsLittleOfMuchOutputAndItsHeartBeatsOn() throws Exception {
        var started = wrapper()
                .with("--share-log")
                .through("{ \"$@\"; echo $? >code; } | wc -c >whole")
                .script(
                        "tool",
                        "for round in 1 2 3 4 5; do",
                        "seq 5000000; du -sk \"$TMPDIR\" >>sizes; sleep 1",
                        "done",
                        "seq 30; echo $$ >printed",
                        WAIT,
                        "exit 6")
                .start("./tool");
        started.awaitPid("printed");
        var run = server.awaitRun(0, "applying");
        server.awaitHeartbeat(run, "\"last-lines\":[\"11\",\"12\",");
        // Some of it may still be on its way, and only so much of that is waited for at the end.
        server.awaitLog(run, 16 * MIB);
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(folder.resolve("code")).content().isEqualToIgnoringNewLines("6");
        assertThat(folder.resolve("whole")).content().isEqualToIgnoringNewLines("194444561");
        assertThat(Files.readAllLines(folder.resolve("sizes")))
                .allSatisfy(line ->
                        assertThat(Integer.parseInt(line.split("\t")[0])).isLessThan(48 * 1024));
        assertThat(longestSilence(run.beats)).isLessThan(Duration.ofSeconds(15));
        byte[] log = server.log(run);
        assertThat(log).hasSize(16 * MIB);
        assertThat(log).isEqualTo(Arrays.copyOf(numbers(5_000_000), log.length));
    }

    @Test
    void sparesWhatTheCommandLeavesBehindAndStillPrints() throws Exception {
        var started = wrapper()
                .with("--share-log")
                .script(
                        "left",
                        "echo $$ >stays; until test -e end; do sleep 0.2; done",
                        "seq 300 | while read -r line; do echo $line; sleep 0.01; done",
                        "echo $$ >survived")
                .script("tool", "setsid ./left &", "until test -s stays; do sleep 0.1; done")
                .start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        Files.createFile(folder.resolve("end"));
        started.awaitPid("survived");
        assertThat(started.output()).endsWith("\n300\n");
    }

    @Test
    void dropsTheLogRatherThanTheReportsWhenItFillsTheDisk() throws Exception {
        var started = onASmallDisk().with("--share-log").script("tool", MUCH).start("./tool");
        var run = awaitMuchAndEnd(started);

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(run.status).isEqualTo("errored");
        assertThat(started.output().getBytes(StandardCharsets.UTF_8)).isEqualTo(numbers(1_000_000));
        assertThat(started.messages()).containsOnlyOnce("no room").doesNotContain("is away", "refused");
        assertThat(folder.resolve("left")).isEmptyFile();
    }

    @Test
    void countsTheOutputThoughTheDiskIsFullWhenItLearnsOfIt() throws Exception {
        String learns = "\n    tee)\n";
        String empties = "\n                true >log\n";
        var started = onASmallDisk()
                .with("--share-log", "--heartbeat", "3")
                .changed(learns, learns + "sleep 0.3\n")
                .changed(empties, "\nsleep 0.6" + empties)
                .script("tool", MUCH)
                .start("./tool");
        awaitMuchAndEnd(started);

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(started.messages()).containsOnlyOnce("no room");
        assertThat(folder.resolve("left")).isEmptyFile();
    }

    @Test
    void reportsTheEndThoughTheCommandFillsTheDisk() throws Exception {
        var started = onASmallDisk()
                .script("tool", "head -c 9000000 /dev/zero >\"$TMPDIR/filled\"; echo $$ >printed", WAIT, "exit 6")
                .start("./tool");
        started.awaitPid("printed");
        var run = server.awaitRun(0, "applying");
        server.awaitAnotherHeartbeat(run);
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(run.status).isEqualTo("errored");
        assertThat(server.lastReport(run)).contains("\"event\":\"apply-failed\",\"exit-code\":6");
        assertThat(started.messages()).doesNotContain("is away", "refused");
        assertThat(folder.resolve("left")).content().isEqualToIgnoringNewLines("filled");
    }

    @Test
    void runsNothingOnADiskThatIsFull() throws Exception {
        var started = onADiskOf("64k").script("tool", "touch ran").start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(4);
        assertThat(started.messages())
                .isEqualTo("signalbox: nothing was run: there is no room in " + folder.resolve("tmp") + "\n");
        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(folder.resolve("left")).isEmptyFile();
        assertThat(server.runs()).isEmpty();
    }

    /** Waits until all of it has been counted, and lets the command end. */
    private StubRun awaitMuchAndEnd(Wrapper.Started started) throws Exception {
        started.awaitPid("printed");
        var run = server.awaitRun(0, "applying");
        server.awaitHeartbeat(run, "\"output-bytes\":6888896");
        Files.createFile(folder.resolve("end"));
        return run;
    }

    private Wrapper onASmallDisk() throws Exception {
        return onADiskOf("2m");
    }

    /** Has a temporary folder of that size, which nobody sees from outside; what is left in it is noted. */
    private Wrapper onADiskOf(String size) throws Exception {
        String small = "mount -t tmpfs -o size=" + size + " none \"$TMPDIR\"";
        boolean possible = new ProcessBuilder("env", "TMPDIR=" + folder, "unshare", "-rm", "sh", "-c", small)
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
        require(possible, "no disk can be mounted here");
        return wrapper()
                .through("exec unshare -rm sh -c '" + small
                        + " && \"$@\"; code=$?; ls -A \"$TMPDIR\" >left; exit $code' sh \"$@\"");
    }

    private static Duration longestSilence(List<Instant> beats) {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < beats.size(); i++) {
            Duration silence = Duration.between(beats.get(i - 1), beats.get(i));
            longest = silence.compareTo(longest) > 0 ? silence : longest;
        }
        return longest;
    }

    private static byte[] numbers(int last) throws IOException {
        return new ProcessBuilder("seq", Integer.toString(last))
                .start()
                .getInputStream()
                .readAllBytes();
    }
}
