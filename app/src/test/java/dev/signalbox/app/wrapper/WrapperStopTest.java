package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the wrapper ends a command that is told to end, and what is left to do so when it is itself killed. */
class WrapperStopTest extends WrapperFixture {

    private static final String[] STUBBORN = {
        "trap '' INT TERM HUP",
        "sh -c 'echo $$ >child; while :; do sleep 1; done' &",
        "setsid sh -c 'trap \"\" INT TERM HUP; echo $$ >escaped; while :; do sleep 1; done' &",
        "setsid env -i PATH=\"$PATH\" sh -c 'echo $$ >bare; while :; do sleep 1; done' &",
        "echo $$ >parent",
        "while :; do sleep 1; done",
    };

    @Test
    void leavesNothingAliveOfAStubbornCommandThatIsForced() throws Exception {
        var started = wrapper().with("--grace", "2").script("tool", STUBBORN).start("./tool");
        List<Long> family = family(started);
        var run = server.awaitRun(0, "applying");

        server.force(run, "errored");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(137);
        assertThat(family).noneMatch(AliveProcesses::isAlive);
        assertThat(server.events(run)).endsWith("stopping", "gone");
        assertThat(server.lastReport(run)).contains("\"signal\":\"KILL\"").contains("\"exit-code\":137");
        assertThat(run.occupiesItsWorkspace()).isFalse();
    }

    @Test
    void interruptsBeforeItKills() throws Exception {
        var started = wrapper()
                .script("tool", "trap 'echo interrupted; exit 42' INT", "echo $$ >parent", "while :; do sleep 1; done")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");

        server.force(run, "canceled");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(42);
        assertThat(started.output()).isEqualTo("interrupted\n");
        assertThat(server.lastReport(run)).contains("\"exit-code\":42").doesNotContain("signal");
    }

    /** An agent may hang that collects what jobs say. */
    @Test
    void interruptsThoughNobodyReadsWhatItSays() throws Exception {
        var started = wrapper()
                .through("mkfifo pipe; { until test -e read; do sleep 0.2; done; cat; } <pipe >said &"
                        + " exec \"$@\" 2>pipe")
                .script(
                        "tool",
                        "trap 'echo $$ >interrupted; exit 42' INT",
                        "dd if=/dev/zero of=pipe bs=4096 oflag=nonblock 2>/dev/null",
                        "echo $$ >parent; while :; do sleep 0.2; done")
                .start("./tool");
        started.awaitPid("parent");

        server.force(server.awaitRun(0, "applying"), "canceled");
        started.awaitPid("interrupted");
        Files.createFile(folder.resolve("read"));

        assertThat(started.exitCode()).isEqualTo(42);
        assertThat(folder.resolve("said")).content().contains("was ended from outside");
    }

    /** On a busy machine that can be so for a while. */
    @Test
    void interruptsACommandThatHasNoProcessGroupYet() throws Exception {
        var started = wrapper()
                .script(
                        "setsid",
                        "PATH=${PATH#*:}",
                        "case $* in *./tool*) trap '' INT; echo $$ >starting; sleep 4; trap - INT ;; esac",
                        "exec setsid \"$@\"")
                .through("PATH=$PWD:$PATH exec \"$@\"")
                .script("tool", "while :; do sleep 0.2; done")
                .start("./tool");
        started.awaitPid("starting");

        server.force(server.awaitRun(0, "applying"), "canceled");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(130);
    }

    @Test
    void startsTheNextRunOnlyWhenThisOneIsGone() throws Exception {
        var first = wrapper().with("--grace", "3").script("tool", STUBBORN).start("./tool");
        List<Long> family = family(first);
        var run = server.awaitRun(0, "applying");
        var second = wrapper()
                .script(
                        "next",
                        "for pid in $(cat parent child escaped bare); do",
                        "  case $(cut -d ' ' -f 3 /proc/$pid/stat 2>/dev/null) in ''|Z|X) ;; *) exit 1 ;; esac",
                        "done")
                .start("./next");
        server.awaitRun(1, "pending");

        server.force(run, "errored");

        assertThat(second.exitCode()).as(second.messages()).isZero();
        assertThat(first.exitCode()).isEqualTo(137);
        assertThat(family).noneMatch(AliveProcesses::isAlive);
    }

    @Test
    void stopsTheCommandOfARunThatExistsNoMore() throws Exception {
        var started = wrapper().with("--grace", "1").script("tool", STUBBORN).start("./tool");
        List<Long> family = family(started);

        server.forget(server.awaitRun(0, "applying"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(137);
        assertThat(started.messages()).contains("run-0000000000000001 was ended from outside: it is no more");
        assertThat(family).noneMatch(AliveProcesses::isAlive);
    }

    @Test
    void shortensTheGraceAtTheSecondSignal() throws Exception {
        var started = wrapper().with("--grace", "3000").script("tool", STUBBORN).start("./tool");
        List<Long> family = family(started);
        started.signalFirst("INT", "INT arrived: ");

        started.signalUntil("INT", "INT arrived again: the command is killed after 2 s");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(137);
        assertThat(family).noneMatch(AliveProcesses::isAlive);
        assertThat(server.runs().getFirst().status).isEqualTo("canceled");
    }

    @Test
    void leavesNothingAliveWhenItIsItselfKilled() throws Exception {
        var started = wrapper().with("--grace", "2").script("tool", STUBBORN).start("./tool");
        List<Long> family = family(started);
        var run = server.awaitRun(0, "applying");

        started.signal("KILL");

        server.awaitRun(0, "canceled");
        assertThat(family).noneMatch(AliveProcesses::isAlive);
        assertThat(server.lastReport(run)).contains("withdrawn").contains("signalbox-run was killed");
        started.awaitTidiness();
    }

    @Test
    void interruptsTheCommandBeforeItIsKilledWhenTheWrapperWas() throws Exception {
        var started = wrapper()
                .script("terraform", "trap 'echo gracious; exit 0' INT; echo $$ >parent", "while :; do sleep 1; done")
                .start("./terraform", "plan");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "planning");
        server.force(run, "errored");

        started.signal("KILL");

        started.awaitTidiness();
        assertThat(started.output()).isEqualTo("gracious\n");
        assertThat(server.events(run)).endsWith("gone");
    }

    @Test
    void withdrawsARunThatWaitsWhenItIsItselfKilled() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        server.awaitRun(0, "planned");
        started.awaitMessage("waits until");

        started.signal("KILL");

        server.awaitRun(0, "canceled");
        started.awaitTidiness();
    }

    private static List<Long> family(Wrapper.Started started) throws Exception {
        return List.of(
                started.awaitPid("parent"),
                started.awaitPid("child"),
                started.awaitPid("escaped"),
                started.awaitPid("bare"));
    }
}
