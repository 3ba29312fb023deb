package dev.signalbox.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A policy reads Terraform's own plan as JSON, and what fails it is applied only if somebody overrides it. */
@ExtendWith(SharedSignalbox.class)
class PolicyIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String NOTHING_NEW = "! grep -q '\"actions\":\\[\"create\"\\]'";

    private static final String MADE = "terraform_data.one: Creation complete";

    private final Signalbox signalbox;
    private final AdminView admin;
    private TerraformProject project;

    PolicyIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = new AdminView(signalbox);
    }

    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        project = TerraformProject.of(signalbox, "journey", "policies", """
                resource "terraform_data" "one" {
                }
                """);
        project.environment("GITHUB_ACTIONS", "true");
        project.environment("GITHUB_SHA", "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
        project.environment("GITHUB_REF_NAME", "main");
        project.environment("GITHUB_ACTOR", "ada");
    }

    @AfterEach
    void remove() throws IOException {
        project.close();
    }

    @Test
    void waitsInPolicyOverrideUntilAUserOverridesIt() throws IOException, InterruptedException {
        Pipeline pipeline = apply("soft");
        JsonNode run = admin.awaitStatus(project, "policy_override", LIMIT);
        assertThat(AdminView.timestamps(run).propertyNames()).contains("policy-checking-at", "policy-override-at");
        assertThat(run.at("/data/attributes/signalbox-attention").isNull()).isTrue();
        assertThat(run.at("/data/attributes/signalbox-ci/commit").asString()).startsWith("4b825dc");
        assertThat(run.at("/data/attributes/signalbox-ci/branch").asString()).isEqualTo("main");
        assertThat(run.at("/data/attributes/signalbox-ci/author").asString()).isEqualTo("ada");
        assertThat(run.at("/included").toString())
                .contains("\"resource-additions\":1", "\"resource-changes\":0", "\"resource-destructions\":0");
        assertThat(pipeline.output()).doesNotContain(MADE);

        String id = AdminView.id(run);
        signalbox
                .as("user")
                .post("/api/v2/runs/" + id + "/actions/override", "{\"comment\": \"agreed\"}")
                .expect(202);

        assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isZero();
        assertThat(pipeline.output()).contains(MADE);
        assertThat(AdminView.status(admin.run(id))).isEqualTo("applied");
    }

    @Test
    void isOverriddenInThePortal() throws IOException, InterruptedException {
        Pipeline pipeline = apply("soft");
        String run = AdminView.id(admin.awaitStatus(project, "policy_override", LIMIT));
        try (Portal portal = new Portal(ColorScheme.LIGHT, 390)) {
            portal.signIn(signalbox, "admin", Signalbox.ADMIN_PASSWORD);
            Page page = portal.page();
            page.navigate(signalbox.url() + "/runs/" + run);
            button(page.getByRole(AriaRole.MAIN), "Override policies…").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("(1 to add, 0 to change, 0 to destroy) begins at once");
            assertThat(dialog).containsText("the policy ended with 1: ");
            portal.assertAccessible("policies-dialog");
            dialog.getByLabel("Reason").fill("agreed with security");
            button(dialog, "Override policies").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("The policies are overridden");

            assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isZero();
            assertThat(AdminView.status(admin.run(run))).isEqualTo("applied");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("agreed with security");
        }
    }

    @Test
    void endsTheRunWhereThePolicyIsHard() throws IOException, InterruptedException {
        Pipeline pipeline = apply("hard");

        assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isEqualTo(1);
        JsonNode run = admin.newestRun(project);
        assertThat(AdminView.status(run)).isEqualTo("errored");
        assertThat(AdminView.phase(run, "applies")).isEqualTo("unreachable");
        assertThat(pipeline.output()).doesNotContain(MADE);
    }

    private Pipeline apply(String level) throws IOException {
        return project.run(
                List.of("--auto-approve", "--policy", NOTHING_NEW, "--policy-level", level),
                "terraform",
                "apply",
                "-no-color");
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
