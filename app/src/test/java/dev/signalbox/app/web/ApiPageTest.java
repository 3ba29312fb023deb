package dev.signalbox.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ApiPageTest {

    @Test
    void handsOutAllThatThePageNamesAndNothingFromElsewhere() throws IOException {
        var page = get(null);
        assertThat(page.getContentType()).startsWith("text/html");
        var links = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.getContentAsString())
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.startsWith("api/"))
                .toList();

        assertThat(links).hasSizeGreaterThan(4).allMatch(link -> link.startsWith("docs/"));
        for (var link : links) {
            var file = get(link.substring("docs".length()));
            assertThat(file.getStatus()).as(link).isEqualTo(200);
            assertThat(file.getContentAsByteArray()).as(link).isNotEmpty();
        }
    }

    @Test
    void bringsSwaggerUi() throws IOException {
        assertThat(get("/swagger-ui-bundle.js").getContentAsByteArray()).hasSizeGreaterThan(1_000_000);
        assertThat(get("/swagger-ui-bundle.js").getContentType()).startsWith("text/javascript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../application.properties", "/swagger-ui-es-bundle.js", "/a/page.js", "/nothing"})
    void handsOutNothingElse(String path) throws IOException {
        assertThat(get(path).getStatus()).isEqualTo(404);
    }

    @Test
    void leadsFromTheFolderToThePage() throws IOException {
        assertThat(get("/").getRedirectedUrl()).isEqualTo("/docs");
    }

    private static MockHttpServletResponse get(String path) throws IOException {
        var request = new MockHttpServletRequest("GET", "/docs");
        request.setPathInfo(path);
        var response = new MockHttpServletResponse();
        new ApiPage().doGet(request, response);
        return response;
    }
}
