package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wrapper does on a machine that lacks something: a command that it needs, or {@code /proc}, as on macOS. */
class WrapperMachineTest extends WrapperFixture {

    private static final String[] STUBBORN = {
        "trap '' INT",
        "sh -c 'echo $$ >child; while :; do sleep 1; done' &",
        "echo $$ >parent",
        "while :; do sleep 1; done"
    };

    @ParameterizedTest
    @ValueSource(strings = {"curl", "awk", "od", "mktemp", "mkfifo"})
    void runsNothingWithoutACommandThatItNeeds(String command) throws Exception {
        var started =
                wrapper().without(command).fakeTerraform("terraform", 2, 0).start("./terraform", "plan");

        assertThat(started.exitCode()).isEqualTo(4);
        assertThat(started.messages()).isEqualTo("signalbox: nothing was run: there is no " + command + " here\n");
        assertThat(started.calls()).isEmpty();
        assertThat(server.runs()).isEmpty();
    }

    /** bash makes process groups by itself; dash does not, and leaves it to bash. */
    @Test
    void endsAStubbornCommandWithoutSetsid() throws Exception {
        var started = wrapper()
                .with("--grace", "1")
                .without("setsid")
                .script("tool", STUBBORN)
                .start("./tool");

        assertEndsWhenForced(started);
    }

    @Test
    void runsNothingWithoutAnythingThatMakesAProcessGroup() throws Exception {
        var started = wrapper()
                .without("setsid", "bash")
                .through("shell=$(PATH=/usr/bin:/bin; command -v \"$1\"); shift; exec \"$shell\" \"$@\"")
                .fakeTerraform("terraform", 0, 0)
                .start("./terraform", "plan");

        if (shell.equals("bash")) {
            assertThat(started.exitCode()).as(started.messages()).isZero();
        } else {
            assertThat(started.exitCode()).as(started.messages()).isEqualTo(4);
            assertThat(started.messages())
                    .isEqualTo("signalbox: neither setsid nor bash is here: without a process group nothing is run\n");
            assertThat(server.runs()).isEmpty();
        }
    }

    @Test
    void endsAStubbornCommandWithoutProc() throws Exception {
        var started = wrapper()
                .with("--grace", "1")
                .withoutProc()
                .script("tool", STUBBORN)
                .start("./tool");

        assertEndsWhenForced(started);
        assertThat(started.messages()).contains("what left it cannot be reached here (no /");
        assertThat(server.runs().getFirst().heartbeats).noneMatch(beat -> beat.contains("output-bytes"));
    }

    @Test
    void endsTheCommandWhenItIsKilledWithoutProc() throws Exception {
        var started = wrapper()
                .with("--grace", "1")
                .withoutProc()
                .script("tool", STUBBORN)
                .start("./tool");
        long parent = started.awaitPid("parent");
        long child = started.awaitPid("child");
        server.awaitHeartbeat(server.awaitRun(0, "applying"), "process-id");

        started.signal("KILL");

        server.awaitRun(0, "canceled");
        assertThat(AliveProcesses.isAlive(parent)).isFalse();
        assertThat(AliveProcesses.isAlive(child)).isFalse();
        started.awaitTidiness();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void keepsTheExitCodeWithoutSetsidAndProc(int exit) throws Exception {
        var started = wrapper()
                .without("setsid", "perl")
                .withoutProc()
                .fakeTerraform("terraform", 2, exit)
                .start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(exit);
        server.awaitRun(0, exit == 0 ? "applied" : "errored");
    }

    private void assertEndsWhenForced(Wrapper.Started started) throws Exception {
        long parent = started.awaitPid("parent");
        long child = started.awaitPid("child");
        var run = server.awaitRun(0, "applying");

        server.force(run, "errored");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(137);
        assertThat(AliveProcesses.isAlive(parent)).isFalse();
        assertThat(AliveProcesses.isAlive(child)).isFalse();
        assertThat(server.events(run)).endsWith("stopping", "gone");
    }
}
