package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the wrapper asks a person at a terminal whether the plan is to be applied. */
class WrapperTerminalTest extends WrapperFixture {

    @ParameterizedTest
    @CsvSource({"yes", "maybe\\nyes"})
    void appliesWhatIsConfirmed(String answer) throws Exception {
        var started = answer(wrapper(), answer + "\\n");

        assertThat(started.exitCode()).as(started.output()).isZero();
        assertThat(server.events(server.awaitRun(0, "applied")))
                .containsSubsequence("plan-finished", "confirmed", "apply-started");
        assertThat(started.output().contains("please answer yes or no")).isEqualTo(answer.startsWith("maybe"));
    }

    @Test
    void appliesNothingThatIsDeclined() throws Exception {
        var started = answer(wrapper(), "no\\n");

        assertThat(started.exitCode()).as(started.output()).isEqualTo(1);
        assertThat(server.lastReport(server.awaitRun(0, "canceled"))).contains("declined at the terminal");
        assertThat(started.output()).contains("declined: nothing is applied");
        assertThat(started.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"''", "maybe\\n"})
    void leavesTheRunToOthersWhereNoAnswerComes(String answer) throws Exception {
        var started = answer(wrapper(), answer);
        var run = server.awaitRun(0, "planned");
        started.awaitOutput("no answer comes from the terminal: run-0000000000000001 waits");

        server.set(run, "confirmed");

        assertThat(started.exitCode()).as(started.output()).isZero();
        assertThat(started.calls()).hasSize(2);
    }

    @Test
    void sharesWhatGoesToATerminalToo() throws Exception {
        var started = answerTo(
                wrapper()
                        .with("--share-log")
                        .script(
                                "terraform",
                                "case $1 in show) exit 1 ;; esac; echo \"$1\"; test \"$1\" = apply || exit 2"),
                "yes\\n");

        assertThat(started.exitCode()).as(started.output()).isZero();
        assertThat(new String(server.log(server.awaitRun(0, "applied")), StandardCharsets.UTF_8))
                .isEqualTo("plan\napply\n");
        assertThat(started.output()).contains("plan\r\n", "apply\r\n");
    }

    @Test
    void appliesNothingWithoutAServerWhereNoAnswerComes() throws Exception {
        server.goAway();
        var started = answer(wrapper().with("--run-anyway", "--retry", "0"), "");

        assertThat(started.exitCode()).as(started.output()).isEqualTo(1);
        assertThat(started.output()).contains("no answer comes from the terminal: nothing is applied");
        assertThat(started.calls()).hasSize(1);
    }

    /** On a terminal of its own, whose input ends behind the answer. */
    private Wrapper.Started answer(Wrapper wrapper, String text) throws Exception {
        return answerTo(wrapper.fakeTerraform("terraform", 2, 0), text);
    }

    private Wrapper.Started answerTo(Wrapper wrapper, String text) throws Exception {
        requireCommand("script");
        return wrapper.through("{ until grep -qs 'yes or no: ' out*.txt; do sleep 0.1; done; printf '" + text
                        + "'; } | script -qec \"$*\" /dev/null")
                .start("./terraform", "apply");
    }
}
