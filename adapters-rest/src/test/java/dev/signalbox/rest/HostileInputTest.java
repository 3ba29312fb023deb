package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Requests put together by chance: none may fail inside, none may be answered without a document, none may change a
 * run.
 */
class HostileInputTest extends RestTest {

    private static final int REQUESTS = 60;

    private static final List<String> NAMES = List.of(
            "q",
            "filter[status]",
            "filter[status_group]",
            "filter[from]",
            "filter[to]",
            "filter[organization]",
            "filter[workspace]",
            "filter[action]",
            "filter[run]",
            "fields[runs]",
            "fields[workspaces]",
            "fields[]",
            "format",
            "page[number]",
            "page[size]",
            "page[after]",
            "include",
            "sort",
            "page%5Bsize%5D",
            "%",
            "%00",
            "",
            "[]",
            "q%");

    private static final String ADMIN = "/api/signalbox/v1/admin/";

    private static final List<String> LISTS = List.of(
            "/api/v2/admin/runs",
            "/api/v2/admin/runs/export",
            "/api/v2/organizations",
            "/api/v2/account/details",
            ADMIN + "audit-events",
            ADMIN + "audit-events/export",
            ADMIN + "bulk-ends",
            ADMIN + "settings",
            ADMIN + "accounts",
            ADMIN + "tokens");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "99",
            "1e3",
            "%00",
            "%",
            "%F0%9F%9A%82",
            "%FF%FE",
            "'%22%5C%25_",
            "pending,",
            "run-",
            "workspace",
            "a%0D%0AX:y",
            "9223372036854775807",
            "+",
            "=",
            "%u1234",
            "2026-11-02T09:00:00Z",
            "2026-11-02T09:00:00+01:00",
            "csv",
            "status,%00",
            "a".repeat(3_000),
            "%ed%a0%bd");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "{",
            "{}",
            "[]",
            "7",
            "\"\"",
            "{\"data\":{}}",
            "{\"data\":{\"type\":\"runs\"}}",
            "\u0000",
            "{\"data\":{\"type\":\"runs\",\"attributes\":null,\"relationships\":[]}}",
            "{\"comment\":{}}",
            "\uFEFF{}",
            "{\"data\":{\"type\":\"workspaces\",\"attributes\":{\"name\":{}}}}",
            "{\"reason\":0}",
            "{\"reason\":\"" + "x".repeat(10_001) + "\"}",
            "{\"reason\":\"\\u0000\"}",
            "{\"data\":{\"attributes\":[]}}",
            "{\"data\":{\"type\":\"settings\",\"attributes\":{\"silence-seconds\":[]}}}",
            "{\"data\":{\"type\":\"settings\",\"attributes\":{\"colour\":1}}}",
            "{\"data\":{\"type\":\"accounts\",\"attributes\":{\"name\":\"\\u0000\",\"role\":\"user\"}}}",
            "{\"data\":{\"type\":\"tokens\",\"attributes\":{\"account\":7,\"role\":\"king\"}}}",
            "{\"data\":{\"type\":\"bulk-ends\",\"attributes\":{\"run-ids\":[7],\"reason\":\"\",\"end\":0}}}",
            "{\"number\":-1}",
            "{\"data\":{\"type\":\"organizations\",\"attributes\":{\"name\":\"\\u0000\"}}}",
            "{\"a\":1e999999999}");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @RepeatedTest(3)
    void answersEveryQueryAndNamesTheParameterThatItRefuses() throws Exception {
        box.submit("acme", "network");
        for (int i = 0; i < REQUESTS; i++) {
            String target = any(LISTS) + "?" + query();
            // To this version a file is sent without being cut into chunks.
            RawHttp listed = RawHttp.send(
                    port,
                    "GET " + target + " HTTP/1.0\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer "
                            + box.token(box.admin()) + "\r\n\r\n");
            assertThat(listed.status()).as("seed %d: %s", seed, target).isIn(200, 400);
            assertThat(listed.document().at("/errors/0/source").has("parameter"))
                    .as("seed %d: %s", seed, target)
                    .isEqualTo(listed.status() == 400);
        }
    }

    @RepeatedTest(3)
    void refusesEveryBody() {
        List<String> routes = routes();
        String before = box.store().contents();
        for (int i = 0; i < 2 * REQUESTS; i++) {
            String[] route = any(routes).split(" ");
            String body = any(BODIES);
            Api api = route[1].startsWith("/api/signalbox/v1/runs") ? runner : admin;
            Answer answer = api.send(route[0], route[1], BodyPublishers.ofString(body), "Content-Type", Api.JSON_API);
            assertThat(answer.status())
                    .as("seed %d: %s %s %s", seed, route[0], route[1], body)
                    .isBetween(400, 499);
        }
        assertThat(box.store().contents()).isEqualTo(before);
    }

    /** All that take a body; where none would do as well, the thing is not in a state for it. */
    private List<String> routes() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        String workspace =
                "POST /api/v2/workspaces/" + box.workspace("acme", "network").id() + "/actions/";
        WorkspaceId locked = box.workspace("acme", "storage").id();
        user.post("/api/v2/workspaces/" + locked + "/actions/lock").expect(200);
        // Notes the use of the tokens, which is kept but once a minute.
        admin.get("/api/v2/nothing");
        runner.get("/api/v2/nothing");
        return List.of(
                "POST /api/v2/runs",
                "POST /api/v2/runs/" + run + "/actions/override",
                "POST /api/v2/organizations",
                "POST /api/v2/organizations/acme/workspaces",
                workspace + "release",
                workspace + "force-unlock",
                workspace + "safe-delete",
                "POST /api/v2/workspaces/" + locked + "/actions/lock",
                "POST /api/v2/workspaces/" + locked + "/actions/unlock",
                "PATCH " + ADMIN + "settings",
                "PATCH " + ADMIN + "workspaces/" + locked + "/settings",
                "POST " + ADMIN + "accounts",
                "PATCH " + ADMIN + "accounts/" + box.user().account().orElseThrow(),
                "POST " + ADMIN + "tokens",
                "POST " + ADMIN + "bulk-ends",
                "POST /api/signalbox/v1/runs",
                "POST /api/signalbox/v1/runs/" + run + "/reports");
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            query.append('&').append(any(NAMES)).append('=').append(any(VALUES));
        }
        return query.toString();
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
