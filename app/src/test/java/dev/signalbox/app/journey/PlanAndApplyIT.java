package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Runs that go as they should, and runs that fail, seen from the API. */
@ExtendWith(SharedSignalbox.class)
class PlanAndApplyIT {

    private static final String ONE_RESOURCE = """
            resource "terraform_data" "one" {
              input = "one"
            }
            """;

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Signalbox signalbox;
    private final AdminView admin;

    PlanAndApplyIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = new AdminView(signalbox);
    }

    @Test
    void followsOneWorkspaceFromItsFirstPlanToItsDestruction() throws IOException, InterruptedException {
        try (TerraformProject project = TerraformProject.of(signalbox, "journey", "whole-life", ONE_RESOURCE)) {
            assertThat(run(project, List.of(), "plan")).isZero();
            JsonNode planned = admin.newestRun(project);
            assertThat(AdminView.status(planned)).isEqualTo("planned_and_finished");
            assertThat(planned.at("/data/attributes/has-changes").asBoolean()).isTrue();
            assertThat(AdminView.timestamps(planned).propertyNames())
                    .containsExactlyInAnyOrder("planning-at", "planned-and-finished-at");

            assertThat(run(project, List.of("--auto-approve"), "apply")).isZero();
            JsonNode applied = admin.newestRun(project);
            assertThat(AdminView.status(applied)).isEqualTo("applied");
            assertThat(applied.at("/data/attributes/has-changes").asBoolean()).isTrue();
            assertThat(AdminView.timestamps(applied).propertyNames())
                    .containsExactlyInAnyOrder(
                            "planning-at", "planned-at", "confirmed-at", "applying-at", "applied-at");
            assertThat(AdminView.phase(applied, "plans")).isEqualTo("finished");
            assertThat(AdminView.phase(applied, "applies")).isEqualTo("finished");

            assertThat(run(project, List.of("--auto-approve"), "apply")).isZero();
            JsonNode unchanged = admin.newestRun(project);
            assertThat(AdminView.status(unchanged)).isEqualTo("planned_and_finished");
            assertThat(unchanged.at("/data/attributes/has-changes").asBoolean()).isFalse();

            assertThat(run(project, List.of("--auto-approve"), "destroy")).isZero();
            JsonNode destroyed = admin.newestRun(project);
            assertThat(AdminView.status(destroyed)).isEqualTo("applied");
            assertThat(destroyed.at("/data/attributes/is-destroy").asBoolean()).isTrue();
        }
    }

    @Test
    void keepsTheLogOfAPlanAndItsApplyWhole() throws IOException, InterruptedException {
        try (TerraformProject project = TerraformProject.of(signalbox, "journey", "whole-log", ONE_RESOURCE)) {
            Pipeline pipeline =
                    project.run(List.of("--auto-approve", "--share-log"), "terraform", "apply", "-no-color");
            assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isZero();
            String printed = pipeline.output()
                    .lines()
                    .filter(line -> !line.startsWith("signalbox: "))
                    .collect(Collectors.joining("\n", "", "\n"));
            assertThat(printed).contains("Plan: 1 to add", "Apply complete!");
            String run = admin.newestRun(project).at("/data/id").asString();
            Answer log = signalbox.as("user").download("/api/signalbox/v1/runs/" + run + "/log");
            assertThat(log.expect(200).bodyText()).isEqualTo(printed);
            assertThat(log.header("Signalbox-Log-Complete")).isEqualTo("true");
            Process followed = signalbox.ask(signalbox.token("user"), "runs", "log", run, "--follow");
            assertThat(followed.inputReader(StandardCharsets.UTF_8).readAllAsString())
                    .isEqualTo(printed);
            assertThat(followed.waitFor()).isZero();
        }
    }

    @Test
    void showsAFailingPlanAsErroredAndNeverAsApplying() throws IOException, InterruptedException {
        String broken = "resource \"terraform_data\" \"one\" { input = file(\"no-such-file\") }";
        try (TerraformProject project = TerraformProject.of(signalbox, "journey", "failing-plan", broken)) {
            Pipeline pipeline = project.run(List.of("--auto-approve"), "terraform", "apply", "-no-color");
            Set<String> seen = statusesUntilTheEnd(project, pipeline);
            assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isEqualTo(1);
            JsonNode errored = admin.newestRun(project);
            assertThat(AdminView.status(errored)).isEqualTo("errored");
            assertThat(seen).doesNotContain("applying", "planned", "confirmed");
            assertThat(AdminView.timestamps(errored).propertyNames())
                    .containsExactlyInAnyOrder("planning-at", "errored-at");
            assertThat(AdminView.phase(errored, "plans")).isEqualTo("errored");
            assertThat(AdminView.phase(errored, "applies")).isEqualTo("unreachable");
        }
    }

    @Test
    void showsAFailingApplyAsErrored() throws IOException, InterruptedException {
        String failing = """
                resource "terraform_data" "one" {
                  provisioner "local-exec" {
                    command = "exit 7"
                  }
                }
                """;
        try (TerraformProject project = TerraformProject.of(signalbox, "journey", "failing-apply", failing)) {
            assertThat(run(project, List.of("--auto-approve"), "apply")).isEqualTo(1);
            JsonNode errored = admin.newestRun(project);
            assertThat(AdminView.status(errored)).isEqualTo("errored");
            assertThat(AdminView.timestamps(errored).propertyNames()).contains("applying-at", "errored-at");
            assertThat(AdminView.phase(errored, "plans")).isEqualTo("finished");
            assertThat(AdminView.phase(errored, "applies")).isEqualTo("errored");
        }
    }

    @Test
    void keepsAPlanWithASlowDataSourcePlanningAllThatTime() throws IOException, InterruptedException {
        try (SlowState state = new SlowState(Duration.ofSeconds(20));
                TerraformProject project =
                        TerraformProject.of(signalbox, "journey", "slow-plan", state.configuration())) {
            Pipeline pipeline = project.run(List.of(), "terraform", "plan", "-no-color");
            admin.awaitStatus(project, "planning", Duration.ofSeconds(30));
            long asleepUntil = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (System.nanoTime() < asleepUntil) {
                assertThat(AdminView.status(admin.newestRun(project))).isEqualTo("planning");
                Thread.sleep(500);
            }
            assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isZero();
            assertThat(AdminView.status(admin.newestRun(project))).isEqualTo("planned_and_finished");
        }
    }

    private int run(TerraformProject project, List<String> options, String command)
            throws IOException, InterruptedException {
        Pipeline pipeline = project.run(options, "terraform", command, "-no-color", "-input=false");
        return pipeline.exitCode(LIMIT);
    }

    private Set<String> statusesUntilTheEnd(TerraformProject project, Pipeline pipeline) throws InterruptedException {
        Set<String> seen = new HashSet<>();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (pipeline.isAlive() && System.nanoTime() < end) {
            seen.add(AdminView.status(admin.newestRun(project)));
            Thread.sleep(50);
        }
        return seen;
    }
}
