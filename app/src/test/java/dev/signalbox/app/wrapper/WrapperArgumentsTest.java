package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a command is taken apart: which word decides, and which argument goes to which phase. */
class WrapperArgumentsTest extends WrapperFixture {

    @Test
    void sortsTheArgumentsOfAnApplyBetweenPlanAndApply() throws Exception {
        var started = wrapper()
                .fakeTerraform("tofu", 2, 0)
                .start(
                        "./tofu",
                        "-chdir=.",
                        "apply",
                        "-var",
                        "a=b 'c'",
                        "-var-file=x.tfvars",
                        "-target",
                        "m.t[\"x\"]",
                        "--replace",
                        "r",
                        "-refresh=false",
                        "-refresh-only",
                        "-auto-approve",
                        "-backup",
                        "bk",
                        "-state-out=so",
                        "-lock=false",
                        "-lock-timeout",
                        "3s",
                        "-parallelism=2",
                        "-input=false",
                        "-no-color",
                        "-compact-warnings",
                        "-json",
                        "-state",
                        "st");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        String both = "[-lock=false][-lock-timeout][3s][-parallelism=2][-input=false][-no-color][-compact-warnings]"
                + "[-json][-state][st]";
        assertThat(started.calls()).hasSize(2);
        assertThat(withoutFolder(started.calls().get(0)))
                .isEqualTo("[-chdir=.][plan][-out=FILE][-detailed-exitcode][-var][a=b 'c'][-var-file=x.tfvars]"
                        + "[-target][m.t[\"x\"]][--replace][r][-refresh=false][-refresh-only]" + both);
        assertThat(withoutFolder(started.calls().get(1)))
                .isEqualTo("[-chdir=.][apply][-backup][bk][-state-out=so]" + both + "[FILE]");
    }

    @Test
    void plansADestroyAsOne() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "destroy", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(started.calls().stream().map(this::withoutFolder))
                .containsExactly("[plan][-destroy][-out=FILE][-detailed-exitcode]", "[apply][FILE]");
        assertThat(server.runs().getFirst().submitted)
                .contains("\"is-destroy\":true")
                .contains("\"auto-apply\":true");
    }

    @Test
    void keepsAPlanFileThatTheCallerNames() throws Exception {
        var started =
                wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply", "-auto-approve", "-out=p");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(started.calls()).containsExactly("[plan][-detailed-exitcode][-out=p]", "[apply][p]");
    }

    @Test
    void leavesTheArgumentsOfAPlanAlone() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "plan", "-out=p", "-var", "a=b");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(started.calls()).containsExactly("[plan][-detailed-exitcode][-out=p][-var][a=b]");
        assertThat(server.runs().getFirst().submitted).contains("\"plan-only\":true");
    }

    @Test
    void passesDetailedExitcodeOnToACallerWhoAskedForIt() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "plan", "-detailed-exitcode");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(2);
    }

    @Test
    void takesAnApplyOfAPlanFileAsOnePhase() throws Exception {
        var started =
                wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply", "-lock-timeout", "3s", "p");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(started.calls()).containsExactly("[apply][-lock-timeout][3s][p]");
        assertThat(started.messages()).contains("this command is one phase");
        assertThat(server.events(server.runs().getFirst()))
                .containsExactly("plan-started", "plan-finished", "apply-started", "apply-finished");
    }

    @Test
    void takesAnyOtherCommandAsOnePhase() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 5).start("./terraform", "import", "a.b", "plan");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(2);
        assertThat(started.calls()).containsExactly("[import][a.b][plan]");
        assertThat(server.awaitRun(0, "errored").submitted).contains("\"auto-apply\":true");
    }

    @Test
    void doesNotTakeAutoApproveFalseForApproval() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 0, 0).start("./terraform", "apply", "-auto-approve=false");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(server.runs().getFirst().submitted).doesNotContain("auto-apply");
    }

    @Test
    void escapesTheMessage() throws Exception {
        var started = wrapper()
                .with("--message", "a \"b\" \\c\n\td\u0001 é")
                .fakeTerraform("terraform", 0, 0)
                .start("./terraform", "plan");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(server.runs().getFirst().submitted)
                .contains("\"message\":\"a \\\"b\\\" \\\\c\\n\\u0009d\\u0001 é\"");
    }

    @Test
    void givesTheCommandTheCallersEnvironmentButNotTheToken() throws Exception {
        var started = wrapper()
                .withEnvironment("run", "the caller's")
                .withEnvironment("token", "another")
                .script("tool", "echo \"run=$run token=$token $SIGNALBOX_TOKEN. id=$SIGNALBOX_RUN_ID\"")
                .start("./tool");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(started.output()).isEqualTo("run=the caller's token=another . id=run-0000000000000001\n");
    }

    private String withoutFolder(String call) {
        List<String> parts = List.of(call.split(folder + "/tmp/signalbox-run\\.\\w+/plan", -1));
        return String.join("FILE", parts);
    }
}
