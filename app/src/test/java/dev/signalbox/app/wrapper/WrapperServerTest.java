package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the wrapper does while the server is away, loses an answer, or refuses. */
class WrapperServerTest extends WrapperFixture {

    @Test
    void runsNothingWhenTheServerIsAwayAtTheStart() throws Exception {
        server.goAway();
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).isEqualTo(4);
        assertThat(started.messages())
                .contains("nothing was run")
                .contains("is away")
                .contains("if the submission has arrived all the same, Signalbox ends its run as lost");
        assertThat(started.calls()).isEmpty();
    }

    @Test
    void knowsThatNothingArrivesWhereNobodyListens() throws Exception {
        server.close();
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "plan");

        assertThat(started.exitCode()).isEqualTo(4);
        assertThat(started.messages())
                .contains("nothing was run")
                .endsWith("--run-anyway would run the command all the same\n");
    }

    @Test
    void runsAnywayWhenToldTo() throws Exception {
        server.goAway();
        var started = wrapper()
                .with("--run-anyway", "--auto-approve")
                .fakeTerraform("terraform", 2, 6)
                .start("./terraform", "apply");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(6);
        assertThat(started.calls()).hasSize(2);
    }

    @Test
    void letsTheCommandGoOnAndReportsLaterWhenTheServerIsAwayInTheMiddle() throws Exception {
        var started = wrapper()
                .script("tool", "echo $$ >parent; until test -e end; do sleep 0.2; done")
                .start("./tool");
        started.awaitPid("parent");
        var run = server.awaitRun(0, "applying");
        server.goAway();
        started.awaitMessage("is away");
        int reports = server.calls("reports");
        Files.createFile(folder.resolve("end"));
        server.awaitCalls("reports", reports + 2);

        server.comeBack();

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(run.status).isEqualTo("applied");
        assertThat(started.messages()).contains("is away", "the server is back");
    }

    @Test
    void keepsTheExitCodeWhenTheServerDoesNotComeBack() throws Exception {
        var started = wrapper()
                .with("--retry", "2")
                .script("tool", "echo $$ >parent", WAIT, "exit 8")
                .start("./tool");
        started.awaitPid("parent");
        server.awaitRun(0, "applying");
        server.goAway();
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).isEqualTo(8);
        assertThat(started.messages()).contains("did not come back");
    }

    @Test
    void appliesNothingWhenTheServerStaysAwayAfterThePlan() throws Exception {
        var started = wrapper()
                .with("--retry", "2")
                .script(
                        "terraform",
                        "test \"$1\" != show || exit 1; echo \"$1\" >>calls",
                        "echo $$ >parent",
                        WAIT,
                        "exit 2")
                .start("./terraform", "apply", "-auto-approve");
        started.awaitPid("parent");
        server.awaitRun(0, "planning");
        server.goAway();
        Files.createFile(folder.resolve("end"));

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(5);
        assertThat(started.calls()).containsExactly("plan");
    }

    @Test
    void repeatsAReportWhoseReplyWasLost() throws Exception {
        server.loseReplies(3);
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(server.events(server.awaitRun(0, "applied")))
                .containsExactly("plan-started", "plan-finished", "apply-started", "apply-finished");
    }

    @ParameterizedTest
    @CsvSource({
        "404, The workspace does not exist.",
        "404, The organization does not exist.",
        "401, The token has expired.",
    })
    void saysInOneSentenceWhyNothingIsRun(int status, String reason) throws Exception {
        server.refuse(status, reason);
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).isEqualTo(4);
        assertThat(started.messages())
                .isEqualTo("signalbox: nothing was run: the server refused with " + status + ": " + reason + "\n");
        assertThat(started.calls()).isEmpty();
    }

    @Test
    void saysWhyTheServerRefuses() throws Exception {
        var started = wrapper()
                .withEnvironment("SIGNALBOX_TOKEN", "wrong")
                .fakeTerraform("terraform", 2, 0)
                .start("./terraform", "apply");

        assertThat(started.exitCode()).isEqualTo(4);
        assertThat(started.messages()).contains("refused with 401: The token is \"unknown\".");
        assertThat(started.calls()).isEmpty();
    }
}
