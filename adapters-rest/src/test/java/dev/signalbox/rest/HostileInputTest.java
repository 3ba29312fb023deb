package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
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
            "page[number]",
            "page[size]",
            "include",
            "sort",
            "page%5Bsize%5D",
            "%",
            "%00",
            "",
            "[]",
            "q%");

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
            "{\"number\":-1}",
            "{\"data\":{\"type\":\"organizations\",\"attributes\":{\"name\":\"\\u0000\"}}}",
            "{\"a\":1e999999999}");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @RepeatedTest(3)
    void answersEveryQuery() throws Exception {
        box.submit("acme", "network");
        for (int i = 0; i < REQUESTS; i++) {
            String query = query();
            RawHttp listed = RawHttp.send(
                    port,
                    "GET /api/v2/admin/runs?" + query + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                            + "\r\nAuthorization: Bearer " + box.token(box.admin()) + "\r\n\r\n");
            assertThat(listed.status()).as("seed %d: %s", seed, query).isIn(200, 400);
        }
    }

    @RepeatedTest(3)
    void refusesEveryBody() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        String workspace = box.workspace("acme", "network").id().value();
        List<String> paths = List.of(
                "/api/v2/runs",
                "/api/v2/organizations",
                "/api/v2/organizations/acme/workspaces",
                "/api/v2/workspaces/" + workspace + "/actions/release",
                "/api/signalbox/v1/runs",
                "/api/signalbox/v1/runs/" + run + "/reports");
        for (int i = 0; i < REQUESTS; i++) {
            String path = any(paths);
            String body = any(BODIES);
            Answer answer = (path.startsWith("/api/signalbox") ? runner : admin).post(path, body);
            assertThat(answer.status()).as("seed %d: %s %s", seed, path, body).isBetween(400, 499);
        }
        assertThat(box.seen(run).run().status()).isEqualTo(RunStatus.PLANNED);
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
