package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Two pipelines that want the same workspace. */
@ExtendWith(SharedSignalbox.class)
class QueueIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Signalbox signalbox;
    private final AdminView admin;

    QueueIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = new AdminView(signalbox);
    }

    @Test
    void letsTheSecondWaitSayWhatForAndStartWhenTheFirstIsGone() throws IOException, InterruptedException {
        String slow = """
                resource "terraform_data" "slow" {
                  provisioner "local-exec" {
                    command = "while [ ! -e done ]; do sleep 0.2; done"
                  }
                }
                """;
        try (TerraformProject project = TerraformProject.of(signalbox, "journey", "queue", slow)) {
            Pipeline first = project.run(List.of("--auto-approve"), "terraform", "apply", "-no-color");
            JsonNode applying = admin.awaitStatus(project, "applying", LIMIT);
            String firstId = AdminView.id(applying);

            Pipeline second = project.run(List.of("--auto-approve"), "terraform", "apply", "-no-color");
            JsonNode waiting =
                    admin.awaitRun(project, LIMIT, run -> !AdminView.id(run).equals(firstId));
            String secondId = AdminView.id(waiting);
            assertThat(AdminView.status(waiting)).isEqualTo("pending");
            assertThat(waiting.at("/data/attributes/signalbox-waiting-for").asString())
                    .contains(firstId)
                    .contains("applying");
            Await.until(LIMIT, second::output, output -> output.contains(firstId));
            assertThat(AdminView.status(admin.run(secondId))).isEqualTo("pending");

            java.nio.file.Files.createFile(project.folder().resolve("done"));
            assertThat(first.exitCode(LIMIT)).as(first.output()).isZero();
            assertThat(second.exitCode(LIMIT)).as(second.output()).isZero();
            Instant firstApplied = timestamp(admin.run(firstId), "applied-at");
            Instant secondPlanning = timestamp(admin.run(secondId), "planning-at");
            assertThat(secondPlanning).isAfterOrEqualTo(firstApplied);
        }
    }

    private static Instant timestamp(JsonNode run, String key) {
        return OffsetDateTime.parse(AdminView.timestamps(run).path(key).asString())
                .toInstant();
    }
}
