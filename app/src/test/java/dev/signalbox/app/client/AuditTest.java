package dev.signalbox.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AuditTest extends ClientFixture {

    private static final String AUDIT = "/api/signalbox/v1/admin/audit-events";

    private static String event(String id, String reason) {
        return """
                {"id": "%s", "type": "audit-events", "attributes": {"created-at": "2026-11-24T05:52:15.498Z",
                 "action": "run-forced-to-errored", "actor": "ada", "actor-id": "user-1", "role": "site-admin",
                 "organization": "acme", "workspace": "network", "run-id": "%s", "subject": null,
                 "from": "applying", "to": "errored", "reason": "%s"}}""".formatted(id, RUN, reason);
    }

    private static String events(String next, String... events) {
        return "{\"data\": [" + String.join(",", events) + "], \"links\": {\"next\": "
                + (next == null ? "null" : "\"" + next + "\"") + "}}";
    }

    @Test
    void tellsWhoDidWhatToWhatAndWhy() {
        answer(events(null, event("ae-1", "hangs since \\u001b[31mnoon")));

        var ran = run("audit", "list");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines().toList().get(1))
                .startsWith("2026-11-24T05:52:15Z  ada  run-forced-to-errored  acme/network " + RUN)
                .endsWith("applying > errored  hangs since \ufffd[31mnoon");
    }

    @Test
    void sendsEveryFilterToTheListAndToTheExport() {
        answer(events(null));
        var filters = " --actor ada --action signed-in,token-created --organization acme --workspace net --run " + RUN
                + " --from 2026-11-24T05:52:16+01:00 --to 2026-11-25T00:00:00Z";

        run(("audit list --limit 7" + filters).split(" "));
        run(("audit export --format csv" + filters).split(" "));

        var query = "filter%5Bactor%5D=ada&filter%5Baction%5D=signed-in%2Ctoken-created&filter%5Borganization%5D=acme"
                + "&filter%5Bworkspace%5D=net&filter%5Brun%5D=" + RUN
                + "&filter%5Bfrom%5D=2026-11-24T05%3A52%3A16%2B01%3A00&filter%5Bto%5D=2026-11-25T00%3A00%3A00Z";
        assertThat(api.asked())
                .containsExactly(
                        "GET " + AUDIT + "?" + query + "&page%5Bsize%5D=7",
                        "GET " + AUDIT + "/export?" + query + "&format=csv");
    }

    @Test
    void followsTheCursorToTheEndForAScript() {
        answer(events("http://x" + AUDIT + "?page%5Bafter%5D=ae-1", event("ae-1", "a")));
        answer(events(null, event("ae-2", "b")));

        var list = JsonMapper.shared()
                .readTree(run("audit", "list", "--all", "--json").out());

        assertThat(list.valueStream().map(one -> one.path("id").asString())).containsExactly("ae-1", "ae-2");
        assertThat(api.asked().getLast()).endsWith("?page%5Bafter%5D=ae-1");
    }

    @Test
    void saysThatThereIsMoreAlthoughNobodyCountsIt() {
        answer(events("http://x" + AUDIT + "?page%5Bafter%5D=ae-1", event("ae-1", "a")));

        assertThat(run("audit", "list", "--limit", "1").out()).contains("Shown are 1; --all shows all.");
    }

    @Test
    void handsOnAnExportByteByByte() {
        var csv = "\ufeffid,reason\r\nae-1,\"a\r\nb \u202e\"\r\n".repeat(20_000);
        api.answers(200, Map.of("Content-Type", "text/csv;header=present;charset=UTF-8"), csv);

        assertThat(run("audit", "export", "--format", "csv")).isEqualTo(new Ran(0, csv, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | text/html            | <html>Welcome</html>                     | 4 | is no Signalbox: it says 200
            200 | application/json     | {"data": []}                             | 4 | is no Signalbox: it says 200
            404 | application/json     | {"errors": [{"detail": "Not found."}]}   | 1 | refused with 404: Not found.
            503 | application/x-ndjson | x                                        | 4 | is away (it says 503)
            """)
    void writesNothingOfWhatIsNoExport(int status, String type, String body, int code, String message) {
        api.answers(status, Map.of("Content-Type", type), body);

        var ran = run("audit", "export");

        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(message);
    }

    @Test
    void waitsBeforeAnExportAsLongAsItIsTold() {
        api.answers(429, Map.of("Retry-After", "3"), "{\"errors\": []}");
        api.answers(200, Map.of("Content-Type", "application/x-ndjson"), "{}\n");

        assertThat(run("audit", "export")).isEqualTo(new Ran(0, "{}\n", ""));
        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void failsWhereTheServerFallsSilent() {
        api.answers(0, "");
        answerLimit = Duration.ofMillis(100);

        var ran = run("audit", "export");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("nothing came for");
    }

    @Test
    void knowsTheFormatsThatThereAre() {
        assertThat(run("audit", "export", "--format", "xlsx").err()).contains("must be ndjson or csv");
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void namesTheFlagAndWhatItMayBe() {
        assertThat(run("audit", "list", "--action", "foo").err())
                .contains("'--action'", "\"foo\" is no action; those are ", "run-forced-to-errored, ");
        assertThat(run("audit", "list", "--from", "yesterday").err())
                .contains("'--from'", "\"yesterday\" is no time such as 2026-11-24T05:52:16Z");
    }

    @Test
    void takesAListAsTheServerDoes() {
        answer(events(null));

        run("audit", "list", "--action", " signed-in, ,token-created,");

        assertThat(api.asked().getFirst()).contains("?filter%5Baction%5D=signed-in%2Ctoken-created&");
    }

    @Test
    void writesNoExportToATerminal() {
        look = new Look(true, true, 120, 24);

        var ran = run("audit", "export");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("> FILE");
        assertThat(api.asked()).isEmpty();
    }
}
