package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wrapper does about a signal that it gets, whatever it is doing just then. */
class WrapperSignalTest extends WrapperFixture {

    /**
     * The first awk is one of two in a word: bash 5.2 took a trap for a part of the next {@code $( )}, complained of its
     * syntax, and lost the signal.
     */
    @ParameterizedTest
    @CsvSource({
        "mkfifo, INT, 130",
        "mkfifo, HUP, 129",
        "head, TERM, 143",
        "od, INT, 130",
        "od, TERM, 143",
        "awk, INT, 130",
        "awk, TERM, 143",
        "awk, HUP, 129",
        "awk, QUIT, 131"
    })
    void runsNothingAndLeavesNothingBehindWhenASignalComesBeforeTheRun(String slow, String signal, int exit)
            throws Exception {
        var started = signaledDuring(slow, signal);

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(exit);
        assertThat(started.messages()).isEqualTo("signalbox: " + signal + " arrived: nothing was run\n");
        assertThat(started.leftovers()).isEmpty();
        assertThat(server.runs()).isEmpty();
    }

    @Test
    void waitsNotForLongForTheAnswerToASubmission() throws Exception {
        server.becomeSlow(Duration.ofSeconds(12));
        var started = signaledDuring("curl", "TERM");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(143);
        assertThat(started.messages())
                .isEqualTo("signalbox: TERM arrived: nothing was run;"
                        + " if the submission has arrived all the same, Signalbox ends its run as lost\n");
        server.becomeSlow(Duration.ZERO);
    }

    /** The wrapper's own -detailed-exitcode makes that 2, which is no failure. */
    @Test
    void tellsAPlanThatEndedWellInSpiteOfTheSignal() throws Exception {
        var started = startStubbornPlan();
        var run = server.awaitRun(0, "planning");

        started.signalFirst("TERM", "TERM arrived: ");
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(143);
        assertThat(server.lastReport(run)).contains("\"event\":\"withdrawn\"").contains("\"exit-code\":0");
    }

    @Test
    void tellsAPlanThatEndedWellThoughItsRunWasForced() throws Exception {
        var started = startStubbornPlan();

        server.force(server.awaitRun(0, "planning"), "errored");
        started.awaitMessage("is interrupted");
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(3);
    }

    @Test
    void leavesNoProcessBehindThatOnlyWaits() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        server.awaitRun(0, "planned");
        started.awaitMessage("waits until");
        started.signal("TERM");
        assertThat(started.exitCode()).as(started.messages()).isEqualTo(143);

        assertThat(AliveProcesses.with("TMPDIR=" + folder.resolve("tmp"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP", "QUIT"})
    void passesASignalOnAndWithdrawsTheRun(String signal) throws Exception {
        var started = wrapper()
                .script("tool", "trap 'exit 42' INT", "echo $$ >parent", "while :; do sleep 1; done")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");

        started.signalFirst(signal, signal + " arrived: ");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(42);
        assertThat(run.status).isEqualTo("canceled");
        assertThat(server.lastReport(run)).contains("\"event\":\"withdrawn\"").contains("\"exit-code\":42");
    }

    @Test
    void withdrawsARunThatIsInterruptedWhileItWaits() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        var run = server.awaitRun(0, "planned");
        started.awaitMessage("waits until");

        started.signal("TERM");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(143);
        assertThat(run.status).isEqualTo("canceled");
    }

    private Wrapper.Started startStubbornPlan() throws Exception {
        var started = wrapper()
                .with("--auto-approve")
                .script("terraform", "trap '' INT", "echo $$ >parent", WAIT, "exit 2")
                .start("./terraform", "apply");
        started.awaitPid("parent");
        return started;
    }

    /** Sends a signal while the wrapper waits for the first process of a command. */
    private Wrapper.Started signaledDuring(String command, String signal) throws Exception {
        var started = wrapper()
                .script(
                        command,
                        "PATH=${PATH#*:}",
                        "echo $$ >reached",
                        "until test -e signaled; do sleep 0.1; done",
                        "exec " + command + " \"$@\"")
                .through("PATH=$PWD:$PATH exec \"$@\"")
                .fakeTerraform("terraform", 2, 0)
                .start("./terraform", "plan");
        started.awaitPid("reached");
        started.signal(signal);
        Files.createFile(folder.resolve("signaled"));
        return started;
    }
}
