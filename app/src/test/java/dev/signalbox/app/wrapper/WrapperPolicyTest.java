package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the wrapper checks a policy: between the plan and its confirmation, with the plan as JSON. */
class WrapperPolicyTest extends WrapperFixture {

    private static final String PLAN = "{\"format_version\":\"1.2\"}";

    @Test
    void appliesWhatPasses() throws Exception {
        var started = start("cmp - plan.json && cmp \"$SIGNALBOX_PLAN_JSON\" plan.json", "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(server.events(server.awaitRun(0, "applied")))
                .containsSubsequence("plan-finished", "policy-check-started", "policy-check-passed", "apply-started");
    }

    @ParameterizedTest
    @CsvSource({"exit 3, hard, 3", "no-such-policy, hard, 127", "no-such-policy, soft, 127", "kill -9 $$, soft, 137"})
    void appliesNothingThatFails(String policy, String level, int exit) throws Exception {
        var started = start(policy, "apply", "-auto-approve", "--policy-level", level);

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(exit);
        assertThat(server.events(server.awaitRun(0, "errored"))).endsWith("policy-check-failed");
        assertThat(server.lastReport(server.runs().getFirst()))
                .contains("\"exit-code\":" + exit, "\"reason\":\"the policy ended with " + exit + ": " + policy + "\"");
        assertThat(started.calls()).hasSize(1);
        assertThat(started.messages()).contains("with exit code " + exit);
    }

    @Test
    void waitsUntilASoftFailureIsOverridden() throws Exception {
        var started = start("exit 3", "apply", "-auto-approve", "--policy-level", "soft");
        var run = server.awaitRun(0, "policy_override");
        started.awaitMessage("waits until its failed policy check is overridden");
        assertThat(server.lastReport(run)).endsWith("\"exit-code\":3,\"reason\":\"the policy ended with 3: exit 3\"}");
        assertThat(started.calls()).hasSize(1);

        server.set(run, "confirmed");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(started.calls()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"true, hard, 0, plan-finished", "exit 3, soft, 0, plan-finished", "exit 3, hard, 3, plan-failed"})
    void checksAPlanBeforeItIsReported(String policy, String level, int exit, String event) throws Exception {
        var started = start(policy, "plan", "--policy-level", level);

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(exit);
        var run = server.runs().getFirst();
        assertThat(server.events(run)).containsExactly("plan-started", event);
        assertThat(server.lastReport(run).contains("\"reason\":\"the policy ended with 3: exit 3\""))
                .isEqualTo(!policy.equals("true"));
    }

    @Test
    void tellsNoMoreOfAPolicyThanAReasonHolds() throws Exception {
        String policy = "exit 3 # '\"\\\n" + "\u20ac".repeat(2_000);
        var started = start(policy, "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(3);
        String told = "the policy ended with 3: exit 3 # '\"\\ ";
        assertThat(server.lastReport(server.awaitRun(0, "errored")))
                .contains("\"reason\":\"" + told.replace("\\", "\\\\").replace("\"", "\\\"")
                        + "\u20ac".repeat(1_000 - told.length()) + "\"");
    }

    @Test
    void appliesNothingWhosePlanCannotBeRead() throws Exception {
        var started = wrapper()
                .with("--policy", "true")
                .fakeTerraform("terraform", 2, 0)
                .start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(1);
        assertThat(started.messages()).containsOnlyOnce("cannot be read as JSON");
        var run = server.awaitRun(0, "errored");
        assertThat(server.events(run)).endsWith("plan-failed");
        assertThat(server.lastReport(run)).contains("\"reason\":\"the plan cannot be read as JSON\"");
        assertThat(started.calls()).hasSize(1);
    }

    @Test
    void endsAPolicyThatHangs() throws Exception {
        var started = start("echo $$ >parent; sleep 300", "apply", "-auto-approve");
        long policy = started.awaitPid("parent");

        started.signalFirst("INT", "INT arrived: ");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(130);
        assertThat(AliveProcesses.isAlive(policy)).isFalse();
        server.awaitRun(0, "canceled");
    }

    @Test
    void refusesAPolicyForACommandWithoutAPlan() throws Exception {
        var started =
                wrapper().with("--policy", "true").script("tool", "touch ran").start("./tool");

        assertThat(started.exitCode()).isEqualTo(2);
        assertThat(started.messages()).contains("--policy needs a plan");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    private Wrapper.Started start(String policy, String... words) throws Exception {
        Files.writeString(folder.resolve("plan.json"), PLAN);
        Wrapper wrapper = wrapper().with("--policy", policy).fakeTerraform("terraform", 2, 0);
        List<String> command = new ArrayList<>(List.of(words));
        int level = command.indexOf("--policy-level");
        if (level >= 0) {
            wrapper.with("--policy-level", command.get(level + 1));
            command = command.subList(0, level);
        }
        command.addFirst("./terraform");
        return wrapper.start(command.toArray(String[]::new));
    }
}
