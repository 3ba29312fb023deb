package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the command and of the run when the wrapper is killed with its group, or a process of its own is. */
class WrapperKilledTest extends WrapperFixture {

    @Test
    void leavesNothingAliveWhenItsWholeProcessGroupIsKilled() throws Exception {
        var started = inAGroupOfItsOwn()
                .with("--grace", "2")
                .script(
                        "tool",
                        "trap '' INT TERM HUP",
                        "setsid sh -c 'trap \"\" INT TERM HUP; echo $$ >escaped; while :; do sleep 1; done' &",
                        "echo $$ >parent",
                        "while :; do sleep 1; done")
                .start("./tool");
        List<Long> family = List.of(started.awaitPid("parent"), started.awaitPid("escaped"));
        var run = server.awaitRun(0, "applying");
        server.awaitHeartbeat(run, "process-id");

        killGroup(started);

        server.awaitRun(0, "canceled");
        assertThat(family).noneMatch(AliveProcesses::isAlive);
        assertThat(server.lastReport(run)).contains("signalbox-run was killed");
        started.awaitTidiness();
    }

    @Test
    void letsACommandEndInPeaceWhenItsWholeProcessGroupIsKilled() throws Exception {
        var started = inAGroupOfItsOwn()
                .script(
                        "tool",
                        "trap 'sleep 1; echo gracious; echo $$ >done; exit 0' INT",
                        "echo $$ >parent",
                        "while :; do sleep 0.2; done")
                .start("./tool");
        started.awaitPid("parent");
        server.awaitHeartbeat(server.awaitRun(0, "applying"), "process-id");

        killGroup(started);

        started.awaitPid("done");
        server.awaitRun(0, "canceled");
        started.awaitTidiness();
        assertThat(started.output()).isEqualTo("gracious\n");
    }

    /** Until the command has ended nobody else may begin. */
    @Test
    void goesOnWithItsHeartbeatsDuringTheGrace() throws Exception {
        var started = inAGroupOfItsOwn()
                .with("--grace", "60")
                .script("tool", "trap 'echo $$ >interrupted' INT", "echo $$ >parent", WAIT)
                .start("./tool");
        long parent = started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.awaitHeartbeat(run, "process-id");

        killGroup(started);

        started.awaitPid("interrupted");
        for (int beat = 0; beat < 3; beat++) {
            assertThat(server.awaitAnotherHeartbeat(run)).contains("\"process-id\":" + parent);
        }
        assertThat(run.status).isEqualTo("applying");
        Files.createFile(folder.resolve("end"));
        server.awaitRun(0, "canceled");
        started.awaitTidiness();
    }

    @Test
    void endsWhenWhatSubmitsTheRunIsKilled() throws Exception {
        server.becomeSlow(Duration.ofSeconds(8));
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        long script = started.process().pid();
        long submission = awaitSubmission(script);
        ProcessHandle.of(submission).ifPresent(ProcessHandle::destroyForcibly);

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(4);
        assertThat(started.messages()).contains("nothing was run").contains("what asked it was killed");
        assertThat(started.calls()).isEmpty();
    }

    @Test
    void endsAlthoughTheProcessThatSendsHeartbeatsHearsNothing() throws Exception {
        Files.createDirectory(folder.resolve("deaf"));
        var started = wrapper()
                .script(
                        "deaf/curl",
                        "PATH=${PATH#*:}",
                        "case \"$*\" in */heart.body*) kill -s STOP \"$PPID\"; echo $PPID >halted; exit 7 ;; esac",
                        "exec curl \"$@\"")
                .script("tool", "while [ ! -e halted ]; do sleep 0.1; done")
                .withEnvironment("PATH", folder.resolve("deaf") + ":" + System.getenv("PATH"))
                .start("./tool");
        long heart = started.awaitPid("halted");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(AliveProcesses.isAlive(heart)).isFalse();
        assertThat(server.awaitRun(0, "applied").status).isEqualTo("applied");
    }

    /** Such a one has its number by now. */
    @Test
    void endsNobodyInThePlaceOfAProcessOfItsOwnThatHasEnded() throws Exception {
        assertThat(exitCodeOf("""
                sleep 1 &
                dismiss "$!:1"
                remind_former
                wait "$!" || exit 1
                sleep 300 &
                started "$!"
                dismiss "$identity"
                wait "$!"
                """)).isEqualTo(128 + 12);
    }

    /** The folder may have been exchanged since the command was begun, and the heart must find the command all the same. */
    @Test
    void notesTheCommandInTheFolderOfNow() throws Exception {
        assertThat(exitCodeOf("""
                attend() { :; }
                private=$PWD
                mkfifo events && exec 5<>events
                echo 'group 41' >&5
                next_event
                echo "tee 1.2 900 $$" >&5
                next_event
                started "$$"
                [ "$(cat group tee.1.2)" = "$(printf '41\\n900 %s' "$identity")" ]
                """)).isZero();
    }

    /** Of lines that call functions of the wrapper. */
    private int exitCodeOf(String lines) throws Exception {
        String functions = Files.readString(Wrapper.script()).replace("\nmain \"$@\"\n", "\nbegin_variables\n");
        Path whole = Files.writeString(folder.resolve("whole"), functions + lines);
        return new ProcessBuilder(shell, whole.toString())
                .directory(folder.toFile())
                .start()
                .waitFor();
    }

    /** The child that itself has a curl for its child. */
    private long awaitSubmission(long script) throws Exception {
        for (int round = 0; round < 600; round++) {
            var curl = ProcessHandle.of(script).stream()
                    .flatMap(ProcessHandle::descendants)
                    .filter(process -> process.info().command().orElse("").endsWith("/curl"))
                    .findFirst();
            if (curl.isPresent()) {
                return curl.get().parent().orElseThrow().pid();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nothing was submitted");
    }

    private Wrapper inAGroupOfItsOwn() throws Exception {
        return wrapper().through("exec setsid sh -c 'echo $$ >leader; exec \"$@\"' sh \"$@\"");
    }

    private void killGroup(Wrapper.Started started) throws Exception {
        assertThat(Files.exists(folder.resolve("leader"))).isTrue();
        new ProcessBuilder("kill", "-s", "KILL", "--", "-" + started.awaitPid("leader"))
                .start()
                .waitFor();
    }
}
