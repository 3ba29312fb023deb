package dev.signalbox.app.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the wrapper reports and how it exits when nobody stops it. */
class WrapperPhasesTest extends WrapperFixture {

    @Test
    void appliesNothingWhereNothingChanges() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 0, 7).start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(server.events(server.awaitRun(0, "planned_and_finished")))
                .containsExactly("plan-started", "plan-finished");
        assertThat(started.calls()).hasSize(1);
    }

    @Test
    void passesTheExitCodeOfAFailedPlanThrough() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 3, 0).start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(3);
        var run = server.awaitRun(0, "errored");
        assertThat(server.events(run)).containsExactly("plan-started", "plan-failed");
        assertThat(server.lastReport(run)).contains("\"exit-code\":3");
    }

    @Test
    void passesTheExitCodeOfAFailedApplyThrough() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 9).start("./terraform", "apply", "-auto-approve");

        assertThat(started.exitCode()).as(started.messages()).isEqualTo(9);
        assertThat(server.events(server.awaitRun(0, "errored")))
                .containsExactly("plan-started", "plan-finished", "apply-started", "apply-failed");
    }

    @Test
    void appliesOnceTheRunIsConfirmed() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        var run = server.awaitRun(0, "planned");
        started.awaitMessage("waits until it is applied or discarded");
        assertThat(started.calls()).hasSize(1);

        server.set(run, "confirmed");

        assertThat(started.exitCode()).as(started.messages()).isZero();
        assertThat(run.status).isEqualTo("applied");
        assertThat(started.calls()).hasSize(2);
    }

    @Test
    void exitsWithOneWhenTheRunIsDiscarded() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        server.set(server.awaitRun(0, "planned"), "discarded");

        assertThat(started.exitCode()).isEqualTo(1);
        assertThat(started.messages()).contains("was ended from outside: it is discarded");
        assertThat(started.calls()).hasSize(1);
    }

    @Test
    void exitsWithThreeWhenTheRunIsForcedWhileItWaits() throws Exception {
        var started = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        server.force(server.awaitRun(0, "planned"), "errored");

        assertThat(started.exitCode()).isEqualTo(3);
        assertThat(started.messages()).contains("was ended from outside: it is errored");
    }

    @Test
    void waitsForItsTurnAndSaysForWhatOncePerChange() throws Exception {
        var first = wrapper().fakeTerraform("terraform", 2, 0).start("./terraform", "apply");
        var run = server.awaitRun(0, "planned");
        var second = wrapper().start("./terraform", "apply", "-auto-approve");
        second.awaitMessage("waits: run-0000000000000001 (planned)");
        server.awaitCalls("reports", server.calls("reports") + 2);

        server.set(run, "confirmed");

        assertThat(first.exitCode()).as(first.messages()).isZero();
        assertThat(second.exitCode()).as(second.messages()).isZero();
        assertThat(second.messages()).containsOnlyOnce("waits: run-0000000000000001 (planned)");
        assertThat(server.runs().get(1).status).isEqualTo("applied");
    }

    @Test
    void killsWhatTheCommandLeavesInItsGroupAndSparesWhatLeftIt() throws Exception {
        var started = wrapper()
                .script(
                        "tool",
                        "sleep 300 & echo $! >left",
                        "setsid sh -c 'echo $$ >daemon; exec sleep 300' &",
                        "until test -s daemon; do sleep 0.1; done")
                .start("./tool");
        long daemon = started.awaitPid("daemon");
        try {
            assertThat(started.exitCode()).as(started.messages()).isZero();
            assertThat(AliveProcesses.isAlive(started.awaitPid("left"))).isFalse();
            assertThat(AliveProcesses.isAlive(daemon)).isTrue();
        } finally {
            ProcessHandle.of(daemon).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
