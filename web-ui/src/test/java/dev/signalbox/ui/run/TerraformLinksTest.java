package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TerraformLinksTest {

    private static final String RUN = "run-AAAAAAAAAAAAAAAA";

    private final MockFilterChain portal = new MockFilterChain();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/acme/network/runs/" + RUN,
                "/app/acme/workspaces/network/runs/" + RUN,
                "/app/acme/network/runs/" + RUN + "/",
                // A workspace may be called like that.
                "/app/acme/workspaces/runs/" + RUN,
                "/app/evil.example:80/a b?c/runs/" + RUN
            })
    void leadToTheRunsPage(String link) throws Exception {
        MockHttpServletResponse answer = follow(link);

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/runs/" + RUN);
        assertThat(portal.getRequest()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/acme/network/runs/run-x",
                "/app/acme/network/runs/evil.example",
                "/app/acme/network/runs/" + RUN + "\r\nSet-Cookie: a=b",
                "/app/acme/network/runs/" + RUN + "/../x",
                "/app/acme/network/runs/",
                "/app/acme/network",
                "/app//network/runs/" + RUN,
                "/app/acme/workspaces/network/x/runs/" + RUN,
                "/app/"
            })
    void leaveEverythingElseToThePortal(String link) throws Exception {
        MockHttpServletResponse answer = follow(link);

        assertThat(answer.getRedirectedUrl()).isNull();
        assertThat(portal.getRequest()).isNotNull();
    }

    private MockHttpServletResponse follow(String link) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", link);
        request.setServletPath(link);
        MockHttpServletResponse answer = new MockHttpServletResponse();
        new TerraformLinks().doFilter(request, answer, portal);
        return answer;
    }
}
