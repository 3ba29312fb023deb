package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Hung or just slow: evidence of the real terraform, stopped in the midst of an apply or waiting for a provider. */
@ExtendWith(SharedSignalbox.class)
class SilenceIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Of silence, in seconds. The slow one prints every ten, which is told with its next heartbeat. */
    private static final int SILENCE = 25;

    /** Which of its lines Terraform still hands on before it stops is chance. */
    private static final String LAST_LINE = "terraform_data.stuck (local-exec): ";

    private final Signalbox signalbox;
    private final AdminView admin;

    SilenceIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = new AdminView(signalbox);
    }

    @Test
    void tellsATerraformThatPrintsNothingFromOneWhoseProviderIsSlow() throws IOException, InterruptedException {
        try (TerraformProject stuck =
                        provisioned("silence-stuck", "echo looking for the lock; kill -STOP $PPID; sleep 300");
                TerraformProject slow = provisioned("silence-slow", "sleep 300")) {
            Pipeline slowly = apply(slow);
            Pipeline silently = apply(stuck);

            JsonNode silent =
                    admin.awaitRun(stuck, LIMIT, run -> !attention(run).isNull());

            assertThat(attention(silent).at("/kind").asString()).isEqualTo("silent");
            assertThat(attention(silent).at("/sentence").asString())
                    .matches("no output for \\d+ s, limit " + SILENCE + " s; last line: " + Pattern.quote(LAST_LINE)
                            + ".+");
            assertThat(silent.at("/data/attributes/signalbox-evidence/last-lines")
                            .toString())
                    .contains(LAST_LINE);
            // It began first, has printed as long as the limit, and its provider has done nothing else.
            assertThat(slowly.output()).contains("Still creating");
            assertThat(attention(admin.newestRun(slow)).isNull()).isTrue();
            assertThat(endOf(silently)).isNotZero();
            assertThat(endOf(slowly)).isNotZero();
            assertThat(RunProcesses.of(AdminView.id(silent))).isEmpty();
            assertThat(admin.newestRun(stuck)
                            .at("/data/attributes/signalbox-reports")
                            .toString())
                    .contains("\"event\":\"withdrawn\"", "TERM");
        }
    }

    private TerraformProject provisioned(String workspace, String command) throws IOException, InterruptedException {
        return TerraformProject.of(signalbox, "journey", workspace, """
                resource "terraform_data" "stuck" {
                  provisioner "local-exec" {
                    command = "%s"
                  }
                }
                """.formatted(command));
    }

    private Pipeline apply(TerraformProject project) throws IOException, InterruptedException {
        Pipeline pipeline = project.run(List.of("--auto-approve", "--share-log"), "terraform", "apply", "-no-color");
        admin.awaitStatus(project, "applying", LIMIT);
        limit(project);
        return pipeline;
    }

    private static int endOf(Pipeline pipeline) throws InterruptedException {
        pipeline.terminate();
        return pipeline.exitCode(LIMIT);
    }

    private void limit(TerraformProject project) {
        String workspace = admin.newestRun(project)
                .at("/data/relationships/workspace/data/id")
                .asString();
        admin.api()
                .patch("/api/signalbox/v1/admin/workspaces/" + workspace + "/settings", """
                        {"data": {"type": "settings", "attributes": {"silence-seconds": %d}}}""".formatted(SILENCE))
                .expect(200);
    }

    private static JsonNode attention(JsonNode run) {
        return run.at("/data/attributes/signalbox-attention");
    }
}
