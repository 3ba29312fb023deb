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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator finds a hung apply in the browser, and ends it. */
@ExtendWith(SharedSignalbox.class)
class PortalIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Signalbox signalbox;
    private final AdminView admin;

    PortalIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = new AdminView(signalbox);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 390"})
    void findsAHungApplyAndForcesItToErrored(ColorScheme colors, int width) throws IOException, InterruptedException {
        String name = "portal-" + colors.name().toLowerCase(java.util.Locale.ROOT);
        try (TerraformProject project = StubbornApply.in(signalbox, name);
                Portal portal = new Portal(colors, width)) {
            Pipeline pipeline =
                    project.run(List.of("--auto-approve", "--share-log"), "terraform", "apply", "-no-color");
            String run = AdminView.id(admin.awaitStatus(project, "applying", LIMIT));
            Await.until(LIMIT, () -> StubbornApply.pids(project), pids -> pids.size() == 2);

            portal.signIn(signalbox, "admin", Signalbox.ADMIN_PASSWORD);
            Page page = portal.page();
            page.getByLabel("Search").fill(name);
            page.getByLabel("Search").press("Enter");
            page.waitForURL("**/*q=" + name + "*");
            Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(run))
                    .first();
            assertThat(link).isVisible();
            portal.assertAccessible(name + "-list");

            link.click();
            Locator force = button(page, "Force to errored…");
            assertThat(force).isVisible();
            assertThat(page.getByLabel("What the command printed")).containsText("terraform_data.stuck: Creating...");
            portal.assertAccessible(name + "-run");
            force.click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("Reason")).isVisible();
            assertThat(dialog).containsText("will be told to stop");
            portal.assertAccessible(name + "-dialog");
            button(dialog, "Force to errored").click();
            assertThat(dialog).containsText("Say why");
            dialog.getByLabel("Reason").fill("hangs since noon");
            button(dialog, "Force to errored").click();
            // The word alone stands on the button too.
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("The run is errored.");

            assertThat(pipeline.exitCode(LIMIT)).as(pipeline.output()).isNotZero();
            assertThat(RunProcesses.of(run)).isEmpty();
            assertThat(AdminView.status(admin.run(run))).isEqualTo("errored");
            // Who, when and why stands on the page.
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("hangs since noon");
            portal.assertAccessible(name + "-ended");
        }
    }

    /** As Terraform prints it, which asks of nobody to have signed in before. */
    @Test
    void leadsTerraformsLinkThroughTheSignInToTheRun() throws IOException {
        String workspace = ScriptedRun.workspace(signalbox.as("site-admin"), "portal-links", "network");
        String run = ScriptedRun.submit(signalbox.as("user"), workspace).id();
        try (Portal portal = new Portal(ColorScheme.LIGHT, 1280)) {
            Page page = portal.page();
            page.navigate(signalbox.url() + "/app/portal-links/workspaces/network/runs/" + run);
            page.getByLabel("Name").fill("admin");
            page.getByLabel("Password").fill(Signalbox.ADMIN_PASSWORD);
            button(page, "Sign in").click();
            page.waitForURL("**/runs/" + run + "*");
            assertThat(page.url()).doesNotContain("/app/");
            assertThat(button(page, "Force to errored…")).isVisible();

            page.navigate(signalbox.url() + "/app/portal-links/network/runs/" + run);
            assertThat(page.url()).startsWith(signalbox.url() + "/runs/" + run);
            assertThat(button(page, "Force to errored…")).isVisible();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
