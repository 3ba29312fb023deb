package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Api;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Runners that are never heard of again: the limits end what they may, and no apply unless somebody chose that. */
@ExtendWith(SharedSignalbox.class)
class LostRunnerIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final String ORGANIZATION = "lost-runners";

    private final Signalbox signalbox;
    private final AdminView admin;
    private final Api runner;

    LostRunnerIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = new AdminView(signalbox);
        this.runner = signalbox.as("runner");
    }

    @Test
    void endsAPlanByItselfAndAnApplyOnlyWhereAnAdministratorChoseThat() throws InterruptedException {
        String applied = workspace("applied");
        String apply = ScriptedRun.submit(signalbox.as("user"), applied)
                .report(runner, "plan-started", "plan-finished", "confirmed", "apply-started")
                .id();
        String plan = ScriptedRun.submit(signalbox.as("user"), workspace("planned"))
                .report(runner, "plan-started")
                .id();

        assertEndsByPolicy(plan);
        // Its runner has been away for longer, and that is known.
        JsonNode kept = admin.run(apply);
        assertThat(AdminView.status(kept)).isEqualTo("applying");
        assertThat(kept.at("/data/attributes/signalbox-attention/kind").asString())
                .isEqualTo("heartbeat-lost");

        set(applied, "\"end-lost-applies\": true");

        assertEndsByPolicy(apply);
        assertThat(admin.run(apply)
                        .at("/data/attributes/signalbox-ending/holds-workspace")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void endsARunWhoseRunnerWasKilledWhileItSubmittedSoThatTheNextGetsItsTurn() throws InterruptedException {
        String workspace = workspace("submitted");
        String submission = """
                {"organization": "%s", "workspace": "submitted", "key": "killed-submitting"}""".formatted(ORGANIZATION);
        String lost =
                runner.post("/api/signalbox/v1/runs", submission).expect(201).header("Signalbox-Run-Id");
        ScriptedRun next = ScriptedRun.submit(signalbox.as("user"), workspace);
        runner.post("/api/signalbox/v1/runs/" + next.id() + "/reports", "{\"number\": 1, \"event\": \"plan-started\"}")
                .expect(409);

        assertEndsByPolicy(lost, "nothing heard of its runner since it submitted the run \\d+ s ago, limit 8 s");

        next.report(runner, "plan-started");
        assertThat(AdminView.status(admin.run(next.id()))).isEqualTo("planning");
    }

    /** In it a runner is lost after 4 s, and its run may be ended after 8 s. */
    private String workspace(String name) {
        String workspace = ScriptedRun.workspace(admin.api(), ORGANIZATION, name);
        set(workspace, "\"heartbeat-lost-seconds\": 4, \"lost-end-seconds\": 8");
        return workspace;
    }

    private void set(String workspace, String settings) {
        admin.api()
                .patch("/api/signalbox/v1/admin/workspaces/" + workspace + "/settings", """
                        {"data": {"type": "settings", "attributes": {%s}}}""".formatted(settings))
                .expect(200);
    }

    private void assertEndsByPolicy(String run) throws InterruptedException {
        assertEndsByPolicy(run, "no heartbeat for \\d+ s, limit 8 s.*");
    }

    private void assertEndsByPolicy(String run, String reason) throws InterruptedException {
        JsonNode ended = Await.until(
                LIMIT, () -> admin.run(run), seen -> AdminView.timestamps(seen).has("errored-at"));
        assertThat(AdminView.status(ended)).isEqualTo("errored");
        JsonNode events = admin.api()
                .get("/api/signalbox/v1/admin/audit-events?filter[action]=run-forced-to-errored&filter[run]=" + run)
                .expect(200)
                .at("/data");
        assertThat(events.size()).isEqualTo(1);
        assertThat(events.at("/0/attributes/actor").asString()).isEqualTo("policy");
        assertThat(events.at("/0/attributes/reason").asString()).matches(reason);
    }
}
