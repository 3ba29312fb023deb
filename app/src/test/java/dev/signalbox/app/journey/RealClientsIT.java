package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two clients from npm, unmodified, against the whole application: @skorfmann/terraform-cloud, and kitsu, which reads
 * any JSON:API. {@code bin/signalbox test} installs Node.js where it is missing; without it this fails.
 */
@ExtendWith(SharedSignalbox.class)
class RealClientsIT {

    private static final Path SOURCES = Path.of("src", "test", "clients");
    private static final Path FOLDER = Path.of("target", "clients");
    private static final String ORGANIZATION = "clients-npm";

    private final Signalbox signalbox;

    RealClientsIT(Signalbox signalbox) {
        this.signalbox = signalbox;
    }

    @Test
    void serveTheirUsers() throws IOException, InterruptedException {
        Api admin = signalbox.as("site-admin");
        String workspace = ScriptedRun.workspace(admin, ORGANIZATION, "clients");
        ScriptedRun.submit(admin, ScriptedRun.workspace(admin, ORGANIZATION, "another"));
        install();

        JsonNode seen = JsonMapper.shared()
                .readTree(run(
                        60,
                        Map.of(
                                "SIGNALBOX_URL",
                                signalbox.url().toString(),
                                "SIGNALBOX_TOKEN",
                                signalbox.token("site-admin"),
                                "ORGANIZATION",
                                ORGANIZATION,
                                "WORKSPACE",
                                workspace),
                        "node",
                        "clients.mjs"));

        JsonNode terraformCloud = seen.path("terraformCloud");
        assertThat(terraformCloud.path("created").asString()).isEqualTo("pending");
        assertThat(terraformCloud.path("createdAt").asString()).endsWith("Z");
        assertThat(terraformCloud.path("plan").asString()).isEqualTo("pending");
        assertThat(terraformCloud.path("listed").asBoolean()).isTrue();
        assertThat(terraformCloud.path("workspace").asString()).isEqualTo(workspace);
        assertThat(terraformCloud.path("ended").asString()).isEqualTo("canceled");
        assertThat(terraformCloud.path("missing").asInt()).isEqualTo(404);

        JsonNode kitsu = seen.path("kitsu");
        assertThat(kitsu.path("created").asString()).isEqualTo("pending");
        assertThat(kitsu.path("listed").asInt()).isEqualTo(1);
        assertThat(kitsu.path("workspace").asString()).isEqualTo("clients");
        assertThat(kitsu.path("organization").asString()).isEqualTo(ORGANIZATION);
        assertThat(kitsu.path("total").asInt()).isEqualTo(1);
        assertThat(kitsu.path("pending").asInt()).isEqualTo(1);
        assertThat(kitsu.path("next").isNull()).isTrue();
    }

    /** As the lock says, to the byte; npm checks that. */
    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : new String[] {"package.json", "package-lock.json", "clients.mjs"}) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(300, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }

    private static String run(int seconds, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = FOLDER.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectOutput(output.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT).environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(String.join(" ", command) + " ended: " + text).isTrue();
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
