package dev.signalbox.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BulkTest extends ClientFixture {

    private static final String BULK = "/api/signalbox/v1/admin/bulk-ends";

    private static String resource(String state, int waiting, int ended, int failed) {
        return """
                {"id": "be-1", "type": "bulk-ends", "attributes": {"state": "%s", "end": "errored",
                 "requested-at": "2026-11-24T05:52:15.498Z", "requested-by": "ada", "reason": "the \\u001bprovider",
                 "filter": "filter%%5Bstatus%%5D=pending", "counts": {"total": %d, "waiting": %d, "ended": %d,
                 "already-ended": 0, "missing": 0, "left": 0, "failed": %d}}}""".formatted(state, waiting + ended + failed, waiting, ended, failed);
    }

    private void bulk(String state, int waiting, int ended, int failed) {
        answer("{\"data\": " + resource(state, waiting, ended, failed) + "}");
    }

    private JsonNode sent(int request) {
        return JsonMapper.shared().readTree(api.bodies().get(request)).at("/data/attributes");
    }

    @Test
    void endsWhatAFilterFindsIfItIsAsMuchAsWasSeen() {
        bulk("running", 12, 0, 0);

        var ran = run(("bulk start --status pending --organization a&b --canceled --expected-count 12 --reason down")
                .split(" "));

        assertThat(ran).isEqualTo(new Ran(0, "be-1 is running: 12 waiting" + System.lineSeparator(), ""));
        assertThat(api.asked()).containsExactly("POST " + BULK);
        assertThat(sent(0)).isEqualTo(JsonMapper.shared().readTree("""
                {"end": "canceled", "reason": "down", "expected-count": 12,
                 "filter": "filter%5Bstatus%5D=pending&filter%5Borganization%5D=a%26b&filter%5Bstatus_group%5D=non_final"
                }"""));
    }

    @Test
    void endsTheRunsThatAreNamedOnceEach() {
        bulk("running", 2, 0, 0);

        run("bulk", "start", "run-1", "run-2", "run-1", "--reason", "down", "--expected-count", "2");

        assertThat(sent(0).path("run-ids").toString()).isEqualTo("[\"run-1\",\"run-2\"]");
        assertThat(sent(0).has("filter")).isFalse();
    }

    @Test
    void keepsAGroupThatIsAskedFor() {
        bulk("running", 2, 0, 0);

        run("bulk", "start", "--group", "active", "--reason", "down", "--expected-count", "2");

        assertThat(sent(0).path("filter").asString())
                .startsWith("filter%5Bstatus_group%5D=active&filter%5Bstatus%5D=applying%2Cconfirmed%2Cpending");
    }

    @Test
    void showsAndAsksBeforeItEndsWhatNobodyHasCounted() {
        typed = Optional.of("yes\n");
        answer(page(null, 7, ClientFixture.resource(RUN, "applying", "")));
        bulk("running", 7, 0, 0);

        var ran = run("bulk", "start", "--status", "applying", "--reason", "down");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains(RUN + "  applying", "7 in all", "may leave things half made", "Force 7 to errored?");
        assertThat(api.asked().getFirst()).contains("filter%5Bstatus_group%5D=non_final");
        assertThat(sent(1).path("expected-count").asInt()).isEqualTo(7);
    }

    @Test
    void countsOfAGroupThoseThatHaveNotEnded() {
        typed = Optional.of("yes\n");
        answer(page(null, 7, ClientFixture.resource(RUN, "applying", "")));
        bulk("running", 7, 0, 0);

        assertThat(run("bulk", "start", "--group", "needs_attention", "--reason", "down")
                        .code())
                .isZero();

        assertThat(api.asked().getFirst())
                .contains(
                        "filter%5Bstatus_group%5D=needs_attention",
                        "filter%5Bstatus%5D=applying%2Cconfirmed%2Cpending");
        assertThat(sent(1).path("filter").asString()).contains("filter%5Bstatus%5D=applying%2Cconfirmed%2Cpending");
    }

    @Test
    void countsOfAGroupAndStatusesThoseThatHaveNotEnded() {
        bulk("running", 7, 0, 0);

        run("bulk start --group final --status applied,pending --reason down --expected-count 7".split(" "));

        assertThat(sent(0).path("filter").asString())
                .isEqualTo("filter%5Bstatus%5D=pending&filter%5Bstatus_group%5D=final");
    }

    @Test
    void countsTheCharactersOfAReasonAsTheServerDoes() {
        bulk("running", 1, 0, 0);
        var longest = "\ud83d\ude82".repeat(10_000);

        assertThat(run("bulk", "start", "--all", "--expected-count", "1", "--reason", longest)
                        .code())
                .isZero();
        for (var reason : new String[] {longest + "x", " "}) {
            assertThat(run("bulk", "start", "--all", "--expected-count", "1", "--reason", reason))
                    .satisfies(ran -> assertThat(ran.code()).isEqualTo(2))
                    .satisfies(ran -> assertThat(ran.err()).contains("from 1 to 10000 characters"));
        }
    }

    @Test
    void countsOfNamedRunsThoseThatHaveNotEnded() {
        typed = Optional.of("yes\n");
        answer(document("applying", ""));
        answer(document("errored", ""));
        bulk("running", 1, 0, 0);

        var ran = run("bulk", "start", "run-1", "run-2", "--reason", "down");

        assertThat(ran.err()).contains("is applying", "has ended already", "Force 1 to errored?");
        assertThat(sent(2).path("expected-count").asInt()).isEqualTo(1);
    }

    @Test
    void endsNothingWithoutAWholeYesAndNothingWhereNothingIs() {
        for (int total : new int[] {7, 0}) {
            typed = Optional.of(total == 0 ? "yes\n" : "y\n");
            api.close();
            startAgain();
            answer(page(null, total));

            var ran = run("bulk", "start", "--all", "--reason", "down");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).contains("nothing was ended");
            assertThat(ran.err().contains("there is no such run")).isEqualTo(total == 0);
            assertThat(ran.err().contains("may leave things half made")).isEqualTo(total != 0);
            assertThat(api.asked()).noneMatch(asked -> asked.startsWith("POST"));
        }
    }

    private void startAgain() {
        try {
            startServer();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --reason down --expected-count 1                      | which runs?
            --reason down --expected-count 1 --all run-1          | which runs?
            --reason down --expected-count 1 --all -q a           | which runs?
            --reason down --expected-count 1 run-1 -q a           | which runs?
            --reason down --expected-count 1 --status aplying     | "aplying" is no status of a run; those are pending,
            --reason down --expected-count 1 run/1                | no ID of a run
            --reason down --expected-count 0 --all                | 1 or more
            --reason down --expected-count many --all             | many
            --reason down --expected-count 1 --organization=      | it is blank, which would restrict nothing
            --reason down --expected-count 1 -q a --organization= | it is blank, which would restrict nothing
            --reason down --expected-count 1 --workspace=       | it is blank, which would restrict nothing
            --reason down --expected-count 1 --search=            | it is blank, which would restrict nothing
            --reason down --expected-count 1 --group=             | "" is no group of runs; those are
            --reason down --expected-count 1 --status=,           | it is blank
            --reason down --expected-count 1 --status applied     | have ended already
            --reason down --expected-count 1 --group foo          | "foo" is no group of runs; those are non_final,
            --reason down --all                                   | add --expected-count
            --all --expected-count 1                              | --reason
            """)
    void refusesWhatMakesNoSense(String arguments, String message) {
        var ran = run(("bulk start " + arguments).split(" "));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void tellsTheTrueCountWhereItDiffers() {
        api.answers(409, """
                {"errors": [{"status": "409", "code": "count_differs", "detail": "There are 13.", "meta": {"count": 13}}]}
                """);

        var ran = run("bulk", "start", "--all", "--reason", "down", "--expected-count", "12", "--json");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(Json.object(ran.err())
                        .orElseThrow()
                        .at("/errors/0/meta/count")
                        .asInt())
                .isEqualTo(13);
    }

    @Test
    void saysThatItMayHaveBegunWhereNoAnswerComes() {
        api.answers(0, "");
        answerLimit = Duration.ofMillis(100);

        var ran = run("bulk", "start", "--all", "--reason", "down", "--expected-count", "12");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("no answer within", "whether it has begun is not known: bulk list tells");
    }

    @Test
    void waitsUntilItIsFinishedAndTellsEachChangeOnce() {
        bulk("running", 3, 0, 0);
        bulk("running", 2, 1, 0);
        bulk("running", 2, 1, 0);
        api.answers(503, "");
        bulk("finished", 0, 3, 0);

        var ran = run("bulk", "start", "--all", "--reason", "down", "--expected-count", "3", "--wait");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .containsExactly("be-1 is running: 2 waiting, 1 ended", "be-1 is finished: 3 ended");
        assertThat(ran.err()).contains("is asked again", "is back");
    }

    @Test
    void tellsAScriptThatWaitsNothingButHowItCameOut() {
        bulk("running", 3, 0, 0);
        api.answers(503, "");
        bulk("finished", 0, 3, 0);

        var ran = run("bulk", "show", "be-1", "--wait", "--json");

        assertThat(ran.out().lines()).hasSize(1);
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"finished,0,3,0,0", "finished,0,2,1,1", "stopped,0,2,0,1", "paused,1,2,0,1"})
    void succeedsOnlyIfAllHaveEnded(String state, int waiting, int ended, int failed, int code) {
        bulk(state, waiting, ended, failed);

        var ran = run("bulk", "show", "be-1", "--wait", "--json");

        assertThat(ran.code()).isEqualTo(code);
        assertThat(JsonMapper.shared()
                        .readTree(ran.out())
                        .at("/attributes/state")
                        .asString())
                .isEqualTo(state);
    }

    @Test
    void drawsHowFarItIsInPlaceOnATerminal() {
        look = new Look(true, false, 44, 24);
        bulk("running", 3, 1, 0);
        bulk("finished", 0, 4, 0);

        var out = run("bulk", "show", "be-1", "--wait").out();

        assertThat(out).contains("[#####...............] 1 of 4", "[####################] 4 of 4", "\u001b[7A\u001b[J");
        assertThat(out).contains("the \ufffdprovider", "filter[status]=pending");
    }

    @Test
    void listsWhatThereIs() {
        answer("{\"data\": [" + resource("stopped", 0, 2, 1) + "], \"links\": {}}");

        assertThat(run("bulk", "list").out().lines().toList().get(1))
                .startsWith("be-1      stopped  2026-11-24T05:52:15Z  ada  errored  2 ended, 1 failed  the \ufffd");
    }

    @Test
    void listsWhatBecameOfEach() {
        answer("""
                {"data": [{"id": "be-1.run-1", "type": "bulk-end-outcomes", "attributes": {"outcome": "failed",
                  "from-status": "pending", "settled-at": "2026-11-24T05:52:15.498Z"},
                  "relationships": {"run": {"data": {"id": "run-1", "type": "runs"}}}}], "links": {}}""");

        var ran = run("bulk", "outcomes", "be-1", "--outcome", "failed,left");

        assertThat(ran.out().lines().toList().get(1)).isEqualTo("run-1  failed   pending  2026-11-24T05:52:15Z");
        assertThat(api.asked())
                .containsExactly("GET " + BULK + "/be-1/outcomes?filter%5Boutcome%5D=failed%2Cleft&page%5Bsize%5D=20");
    }

    @Test
    void exportsWhatBecameOfEach() {
        api.answers(200, Map.of("Content-Type", "text/csv"), "run,outcome\r\n");

        assertThat(run("bulk", "export", "be-1", "--format", "csv").out()).isEqualTo("run,outcome\r\n");
        assertThat(api.asked()).containsExactly("GET " + BULK + "/be-1/outcomes/export?format=csv");
    }

    @Test
    void pausesResumesAndStops() {
        bulk("paused", 1, 2, 0);
        bulk("running", 1, 2, 0);
        api.answers(409, "{\"errors\": [{\"code\": \"bulk_end_halted\", \"detail\": \"It is stopped.\"}]}");

        assertThat(run("bulk", "pause", "be-1").out()).startsWith("be-1 is paused: 1 waiting, 2 ended");
        assertThat(run("bulk", "resume", "be-1").out()).startsWith("be-1 is running");
        assertThat(run("bulk", "stop", "be-1").code()).isEqualTo(1);
        assertThat(api.asked())
                .containsExactly(
                        "POST " + BULK + "/be-1/actions/pause",
                        "POST " + BULK + "/be-1/actions/resume",
                        "POST " + BULK + "/be-1/actions/stop");
    }

    @Test
    void sendsNoIdThatIsNone() {
        for (var command : new String[] {"show", "pause", "resume", "stop", "outcomes", "export"}) {
            assertThat(run("bulk", command, "../accounts").code()).as(command).isEqualTo(2);
        }
        assertThat(api.asked()).isEmpty();
    }
}
