package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two samples of the document that Signalbox implements, run by a real shell with the real curl. */
@ExtendWith(SharedSignalbox.class)
class SeedSamplesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String LIST = """
            curl \\
              --header "Authorization: Bearer $ATLAS_TOKEN" \\
              --header "Content-Type: application/vnd.api+json" \\
              "https://app.terraform.io/api/v2/admin/runs"
            """;

    private static final String CANCEL = """
            curl \\
              --header "Authorization: Bearer $ATLAS_TOKEN" \\
              --header "Content-Type: application/vnd.api+json" \\
              --request POST \\
              "https://app.terraform.io/api/v2/admin/runs/run-VCsNJXa59eUza53R/actions/cancel"
            """;

    private final Signalbox signalbox;

    SeedSamplesIT(Signalbox signalbox) {
        this.signalbox = signalbox;
    }

    @Test
    void listAndCancelAsWritten() throws IOException, InterruptedException {
        Api admin = signalbox.as("site-admin");
        String workspace = ScriptedRun.workspace(admin, "samples", "seed-" + System.nanoTime());
        String run = ScriptedRun.submit(admin, workspace).id();

        JsonNode list = JSON.readTree(shell(LIST));
        assertThat(list.at("/data/0/id").asString()).isEqualTo(run);
        assertThat(list.at("/data/0/attributes/status").asString()).isEqualTo("pending");
        assertThat(list.at("/links/self").asString())
                .isEqualTo(signalbox.url() + "/api/v2/admin/runs?page%5Bnumber%5D=1&page%5Bsize%5D=20");

        JsonNode canceled = JSON.readTree(shell(CANCEL.replace("run-VCsNJXa59eUza53R", run)));
        assertThat(canceled.at("/data/id").asString()).isEqualTo(run);
        assertThat(canceled.at("/data/attributes/status").asString()).isEqualTo("errored");
        assertThat(canceled.at("/data/relationships/workspace/data/id").asString())
                .isEqualTo(workspace);
        assertThat(canceled.at("/data/links/self").asString()).isEqualTo("/api/v2/runs/" + run);
    }

    private String shell(String sample) throws IOException, InterruptedException {
        String script = sample.replace(
                        "https://app.terraform.io", signalbox.url().toString())
                .replaceFirst("curl", "curl --silent --show-error");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
        builder.environment().put("ATLAS_TOKEN", signalbox.token("site-admin"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
