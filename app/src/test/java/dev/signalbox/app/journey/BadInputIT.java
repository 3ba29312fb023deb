package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import dev.signalbox.rest.testing.OpenApiCheck;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Hostile and mistaken requests against the whole application: a clear answer, never a 5xx, and nothing changes. */
@ExtendWith(SharedSignalbox.class)
class BadInputIT {

    private static final String RUNS = "/api/v2/admin/runs";

    private final Signalbox signalbox;
    private final Api admin;

    BadInputIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = signalbox.as("site-admin");
    }

    @ParameterizedTest
    @CsvSource({
        "page[number]=0, page[number]",
        "page[number]=-1, page[number]",
        "page[number]=one, page[number]",
        "page[number]=1.5, page[number]",
        "page[number]=, page[number]",
        "page[size]=0, page[size]",
        "page[size]=x, page[size]",
        "page[number]=1&page[number]=2, page[number]",
        "q=a&q=b, q",
        "color=red, color",
        "filter[color]=red, filter[color]",
        "include=state, include",
        "sort=status, sort",
        "q=a%00b, q",
        "q=a%0Ab, q",
        "filter[from]=, filter[from]",
        "filter[from]=a%00b, filter[from]",
        "filter[to]=2020-02-30T00:00:00Z, filter[to]",
        "filter[to]=9999-99-99T99:99:99Z, filter[to]",
        "filter[status_group]=odd, filter[status_group]",
        "filter[organization]=a&filter[organization]=b, filter[organization]",
        "fields[states]=status, fields[states]",
        "fields[runs]=status&fields[runs]=status, fields[runs]",
        "format=csv, format",
    })
    void namesTheParameterThatIsWrong(String query, String parameter) {
        Answer answer = admin.get(RUNS + "?" + query).expect(400);
        assertThat(answer.text("/errors/0/status")).isEqualTo("400");
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
        assertThat(answer.text("/errors/0/detail")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%25",
                "q=_",
                "q=%5C",
                "q=%27%27",
                "q=%22",
                "q=%F0%9F%9A%82",
                "q=%20%20%20",
                "q=run",
                "q=run-",
                "q=%27%3B%20drop%20table%20runs%3B--",
                "page[number]=999999999999999999",
                "page[number]=999999999999999999&page[size]=100&q=a",
                "page[size]=101",
                "filter[status]=no_such_status",
                "filter[status]=,%20,",
                "filter[status]=pending%2C%20",
                "filter[from]=0000-01-01T00:00:00Z",
                "filter[to]=9999-12-31T23:59:59.999999999999-23:59",
                "filter[organization]=%00",
                "filter[workspace]=a/b&filter[organization]=%F0%9F%9A%82",
                "fields[runs]=",
                "fields[runs]=status,%00,no-such&fields[users]=",
            })
    void servesWhatIsOnlyUnusual(String query) {
        Answer answer = admin.get(RUNS + "?" + query).expect(200);
        assertThat(answer.at("/data").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/admin/runs/export?format=, format",
        "/api/v2/admin/runs/export?page[size]=1, page[size]",
        "/api/v2/admin/runs/export?filter[from]=a%00b, filter[from]",
        "/api/signalbox/v1/admin/audit-events?filter[action]=odd, filter[action]",
        "/api/signalbox/v1/admin/audit-events?filter[actor]=%00, filter[actor]",
        "/api/signalbox/v1/admin/audit-events?filter[run]=x, filter[run]",
        "/api/signalbox/v1/admin/audit-events?filter[to]=, filter[to]",
        "/api/signalbox/v1/admin/audit-events?page[after]=%00, page[after]",
        "/api/signalbox/v1/admin/audit-events/export?format=xlsx, format",
        "/api/signalbox/v1/admin/bulk-ends?page[size]=x, page[size]",
        "/api/signalbox/v1/admin/accounts?page[number]=0, page[number]",
        "/api/signalbox/v1/admin/tokens?q=a, q",
        "/api/signalbox/v1/admin/settings?color=red, color",
        "/api/v2/account/details?fields[runs]=status, fields[runs]",
    })
    void namesItOnTheOtherRoutesToo(String target, String parameter) {
        Answer answer = admin.download(target).expect(400);
        assertThat(answer.text("/errors/0/source/parameter")).isEqualTo(parameter);
    }

    @Test
    void refusesASearchThatIsTooLong() {
        assertThat(admin.get(RUNS + "?q=" + "a".repeat(10_000)).expect(400).text("/errors/0/source/parameter"))
                .isEqualTo("q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run-0000000000000000",
                "run-x",
                "1",
                "run-VCsNJXa59eUza53R",
                "%27",
                "..%2F",
                "a%20b",
                "%F0%9F%9A%82"
            })
    void knowsNoRunOfThatId(String id) {
        assertThat(admin.get("/api/v2/runs/" + id).status()).isIn(400, 404);
        assertThat(admin.post(RUNS + "/" + id + "/actions/cancel").status()).isIn(400, 404);
        assertThat(admin.post(RUNS + "/" + id + "/actions/force-cancel").status())
                .isIn(400, 404);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"comment\": ", 400),
                Arguments.of("7", 400),
                Arguments.of("[]", 400),
                Arguments.of("\"text\"", 400),
                Arguments.of("{\"comment\": 7}", 422),
                Arguments.of("{\"comment\": [\"a\"]}", 422),
                Arguments.of("{\"comment\": \"" + "x".repeat(10_001) + "\"}", 422),
                Arguments.of("{\"comment\": \"a\\u0000b\"}", 422),
                Arguments.of("[".repeat(100_000), 400),
                Arguments.of(" ".repeat(50 * 1024 * 1024), 413));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refusesABodyAndLeavesTheRunAsItWas(String body, int status) {
        String workspace = ScriptedRun.workspace(admin, "badinput", "body-" + System.nanoTime());
        ScriptedRun run = ScriptedRun.submit(admin, workspace);
        Answer answer =
                admin.post(RUNS + "/" + run.id() + "/actions/cancel", body).expect(status);
        assertThat(answer.text("/errors/0/status")).isEqualTo(Integer.toString(status));
        assertThat(admin.get("/api/v2/runs/" + run.id()).text("/data/attributes/status"))
                .isEqualTo("pending");
    }

    @Test
    void refusesReportsThatSkipAndTakesRepeatedOnesWithoutChange() {
        Api runner = signalbox.as("runner");
        String workspace = ScriptedRun.workspace(admin, "badinput", "reports-" + System.nanoTime());
        ScriptedRun run = ScriptedRun.submit(admin, workspace).report(runner, "plan-started");
        String reports = "/api/signalbox/v1/runs/" + run.id() + "/reports";
        runner.post(reports, "{\"number\": 2, \"event\": \"apply-started\"}").expect(409);
        runner.post(reports, "{\"number\": 3, \"event\": \"plan-failed\"}").expect(409);
        JsonNode before = admin.get("/api/v2/runs/" + run.id()).at("/data/attributes/status-timestamps");
        runner.post(reports, "{\"number\": 1, \"event\": \"plan-started\"}").expect(200);
        runner.post(reports, "{\"number\": 2, \"event\": \"no-such-event\"}").expect(422);
        runner.post(reports, "{\"number\": 2, \"event\": \"plan-finished\"}").expect(422);
        Answer after = admin.get("/api/v2/runs/" + run.id());
        assertThat(after.text("/data/attributes/status")).isEqualTo("planning");
        assertThat(after.at("/data/attributes/status-timestamps")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "sbx_11111111111111111111111111111111111111", "a b", "\u00e9"})
    void answers401ToWhateverIsNoToken(String token) {
        Api nobody = new Api(signalbox.url().toString(), token);
        for (String path : new String[] {RUNS, "/api/v2/no/such/path", "/api/v2/runs/run-VCsNJXa59eUza53R"}) {
            assertThat(nobody.get(path).expect(401).text("/errors/0/status")).isEqualTo("401");
            assertThat(nobody.post(path).expect(401).text("/errors/0/status")).isEqualTo("401");
        }
    }

    @Test
    void tellsThoseWhoAreNoAdminNothingOnTheAdminRoutes() {
        String workspace = ScriptedRun.workspace(admin, "badinput", "hidden-" + System.nanoTime());
        String run = ScriptedRun.submit(admin, workspace).id();
        for (String role : new String[] {"user", "runner"}) {
            Api other = signalbox.as(role);
            Answer list = other.get(RUNS).expect(404);
            Answer existing = other.post(RUNS + "/" + run + "/actions/cancel").expect(404);
            Answer missing =
                    other.post(RUNS + "/run-VCsNJXa59eUza53R/actions/cancel").expect(404);
            assertThat(existing.bodyBesidesRequestId())
                    .isEqualTo(missing.bodyBesidesRequestId())
                    .isEqualTo(list.bodyBesidesRequestId());
            other.get("/api/v2/admin/no-such-thing").expect(404);
        }
        signalbox.as("support").get(RUNS).expect(200);
        signalbox.as("support").post(RUNS + "/" + run + "/actions/cancel").expect(404);
        signalbox
                .as("support")
                .post(RUNS + "/" + run + "/actions/cancel", "{\"comment\": 7}")
                .expect(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/admin/runs?q=%ZZ HTTP/1.1",
                "GET /api/v2/runs/%00 HTTP/1.1",
                "GET /api/v2/runs/a%2Fb HTTP/1.1",
                "GET /api/v2/runs/a\\b HTTP/1.1",
                "GET /api/v2/../../etc/passwd HTTP/1.1",
                "TRACE /api/v2/admin/runs HTTP/1.1",
                "FROBNICATE /api/v2/admin/runs HTTP/1.1",
                "GET /api/v2/admin/runs?q=\u0001 HTTP/1.1",
            })
    void answersARequestThatNoClientLibraryWouldSend(String line) throws IOException {
        String answer = raw(line + "\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + signalbox.token("site-admin")
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/vnd.api+json");
        assertThat(answer).doesNotContain("Apache", "Exception", "at org.");
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(signalbox.url().getHost(), signalbox.url().getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            OpenApiCheck.check(
                    request, answer.substring(0, end), answer.substring(end + 4).getBytes(StandardCharsets.UTF_8));
            return answer;
        }
    }
}
