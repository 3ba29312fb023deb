package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The portal in a real Chromium, as a person with a keyboard and eyes of their own uses it. */
final class Portal implements AutoCloseable {

    /** The first page on a cold server is slow. */
    private static final double LIMIT_MILLISECONDS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    Portal(ColorScheme colors, int width) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-dev-shm-usage")));
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(colors).setViewportSize(width, 900));
        context.setDefaultTimeout(LIMIT_MILLISECONDS);
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLISECONDS);
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Opens the address and signs in. */
    void signIn(Signalbox signalbox, String name, String password) {
        page.navigate(signalbox.url() + "/login");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        assertAccessible("login");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    /** Fails on anything that axe finds on the page as it is, and keeps a picture of it in {@code target/portal}. */
    void assertAccessible(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "portal", name + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("what axe finds on %s", name)
                .isEmpty();
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium: bin/signalbox test installs it"));
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
    }
}
