package dev.signalbox.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.signalbox.rest.testing.OpenApiCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The page of the API in a real Chromium, under the policy that the server gives it. */
@ExtendWith(SharedSignalbox.class)
class ApiPageIT {

    private final Signalbox signalbox;

    ApiPageIT(Signalbox signalbox) {
        this.signalbox = signalbox;
    }

    @Test
    void showsEveryOperationWithoutAnError() throws IOException {
        List<String> errors = new ArrayList<>();
        try (Portal portal = new Portal(ColorScheme.LIGHT, 1280)) {
            Page page = portal.page();
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });

            page.navigate(signalbox.url() + "/docs");

            Locator kinds = page.locator(".opblock-tag");
            assertThat(kinds.first()).isVisible();
            kinds.all().forEach(Locator::click);
            assertThat(page.locator(".opblock")).hasCount(operations());
            page.locator("[data-path='/api/v2/admin/runs']").click();
            assertThat(page.locator(".opblock.is-open")).containsText("filter[status]");
        }
        assertThat(errors).isEmpty();
    }

    /** Each has an ID. */
    private static int operations() {
        return (int) OpenApiCheck.document()
                .get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(operation -> operation.has("operationId"))
                .count();
    }
}
