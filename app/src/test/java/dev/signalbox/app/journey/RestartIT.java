package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The application dies in the middle of it all. */
class RestartIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    @Test
    void losesNothingWhenItIsKilledWhileAHungApplyIsBeingEnded() throws IOException, InterruptedException {
        try (Signalbox signalbox = Signalbox.start();
                TerraformProject project = StubbornApply.in(signalbox, "killed")) {
            AdminView admin = new AdminView(signalbox);
            Pipeline pipeline = project.run(List.of("--auto-approve"), "terraform", "apply", "-no-color");
            String run = AdminView.id(admin.awaitStatus(project, "applying", LIMIT));
            Await.until(LIMIT, () -> StubbornApply.pids(project), pids -> pids.size() == 2);
            JsonNode before = withoutHeartbeat(admin.run(run));

            signalbox.killHard();
            signalbox.restart();

            assertThat(withoutHeartbeat(admin.run(run))).isEqualTo(before);
            admin.api().post("/api/v2/admin/runs/" + run + "/actions/cancel").expect(200);
            signalbox.killHard();
            assertThat(pipeline.isAlive()).isTrue();
            signalbox.restart();

            assertThat(AdminView.status(admin.run(run))).isEqualTo("errored");
            Await.until(LIMIT, () -> AdminView.ending(admin.run(run)), "gone"::equals);
            assertThat(RunProcesses.of(run)).isEmpty();
            assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isNotZero();
            assertThat(pipeline.output()).contains("signalbox: ");
        }
    }

    /** The whole document but for what the next heartbeat may tell otherwise. */
    private static JsonNode withoutHeartbeat(JsonNode run) {
        JsonNode copy = run.deepCopy();
        ((ObjectNode) copy.at("/data/attributes")).remove(List.of("signalbox-last-heard-at", "signalbox-evidence"));
        return copy;
    }
}
