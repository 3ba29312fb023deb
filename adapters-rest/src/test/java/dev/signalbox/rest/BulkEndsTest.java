package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.rest.testing.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkEndsTest extends RestTest {

    private static final String BULK_ENDS = "/api/signalbox/v1/admin/bulk-ends";

    private RunId planning;
    private RunId pending;
    private RunId elsewhere;

    @BeforeEach
    void bring() {
        planning = box.bring("acme", "network", RunStatus.PLANNING);
        pending = box.submit("acme", "network");
        elsewhere = box.bring("globex", "web", RunStatus.APPLYING);
        box.bring("acme", "old", RunStatus.APPLIED);
    }

    @Test
    void endsWhatTheListsFilterShows() {
        Answer created = ask("\"filter\": \"filter[organization]=ACME&filter[status_group]=non_final\"", 2)
                .expect(201);
        String path = created.header("Location");
        assertThat(created.text("/data/attributes/state")).isEqualTo("running");
        assertThat(created.at("/data/attributes/counts/total").intValue()).isEqualTo(2);
        assertThat(created.at("/data/attributes/counts/waiting").intValue()).isEqualTo(2);

        work();

        Answer done = support.get(path).expect(200);
        assertThat(done.text("/data/attributes/state")).isEqualTo("finished");
        assertThat(done.text("/data/attributes/end")).isEqualTo("errored");
        assertThat(done.text("/data/attributes/reason")).isEqualTo("provider outage");
        assertThat(done.text("/data/attributes/requested-by")).isEqualTo("admin-bot");
        assertThat(done.at("/data/attributes/counts/ended").intValue()).isEqualTo(2);
        assertThat(status(planning)).isEqualTo(RunStatus.ERRORED);
        assertThat(status(pending)).isEqualTo(RunStatus.ERRORED);
        assertThat(status(elsewhere)).isEqualTo(RunStatus.APPLYING);
    }

    @Test
    void leavesOneOutcomeForEachRun() {
        String path = ask(runIds(planning, elsewhere), 2).expect(201).header("Location");
        admin.post("/api/v2/admin/runs/" + elsewhere + "/actions/force-cancel").expect(200);
        work();

        Answer ended = support.get(path + "/outcomes?filter[outcome]=ended").expect(200);
        assertThat(ended.ids()).hasSize(1);
        assertThat(ended.text("/data/0/relationships/run/data/id")).isEqualTo(planning.value());
        assertThat(ended.text("/data/0/attributes/from-status")).isEqualTo("planning");
        assertThat(support.get(path + "/outcomes?page[size]=1").expect(200).ids())
                .hasSize(1);

        List<String> lines = support.download(path + "/outcomes/export?format=csv")
                .bodyText()
                .replace("\"", "")
                .lines()
                .toList();
        assertThat(lines.getFirst()).isEqualTo("run,outcome,from-status,settled-at");
        assertThat(lines)
                .hasSize(3)
                .anyMatch(line -> line.startsWith(planning + ",ended,planning,"))
                .anyMatch(line -> line.startsWith(elsewhere + ",already-ended,canceled,"));
    }

    @Test
    void exportsEveryOutcomeBeyondABatch() {
        RunId[] runs = new RunId[250];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = box.submit("acme", "many-" + i);
        }
        String path = ask(runIds(runs), runs.length).expect(201).header("Location");

        List<String> lines =
                support.download(path + "/outcomes/export").bodyText().lines().toList();

        assertThat(lines).hasSize(runs.length).doesNotHaveDuplicates();
    }

    @Test
    void keepsEachExportInTheAuditOnce() {
        String path = ask(runIds(planning, pending), 2).expect(201).header("Location");
        String export = path + "/outcomes/export";
        String events = "/api/signalbox/v1/admin/audit-events?filter[action]=bulk-end-exported";

        support.send("HEAD", export, BodyPublishers.noBody()).expect(200);
        support.download(path + "x/outcomes/export").expect(404);
        support.download(export + "?format=xml").expect(400);
        assertThat(admin.get(events).expect(200).ids()).isEmpty();

        support.download(export + "?format=csv").expect(200);
        Answer kept = admin.get(events).expect(200);
        assertThat(kept.ids()).hasSize(1);
        assertThat(kept.text("/data/0/attributes/subject"))
                .isEqualTo(path.substring(path.lastIndexOf('/') + 1) + " csv");
        assertThat(kept.text("/data/0/attributes/actor")).isEqualTo("support-bot");
    }

    @Test
    void pausesResumesAndStops() {
        String path = ask(runIds(planning, pending), 2).expect(201).header("Location");

        assertThat(admin.post(path + "/actions/pause").expect(200).text("/data/attributes/state"))
                .isEqualTo("paused");
        work();
        assertThat(status(pending)).isEqualTo(RunStatus.PENDING);
        assertThat(admin.post(path + "/actions/resume").expect(200).text("/data/attributes/state"))
                .isEqualTo("running");
        assertThat(admin.post(path + "/actions/stop").expect(200).text("/data/attributes/state"))
                .isEqualTo("stopped");
        Answer late = admin.post(path + "/actions/resume").expect(409);
        assertThat(late.text("/errors/0/detail")).contains("stopped");
        assertThat(support.get(BULK_ENDS).expect(200).text("/data/0/attributes/state"))
                .isEqualTo("stopped");
    }

    @Test
    void tellsTheTrueCountWhenAnotherWasExpected() {
        Answer refused = ask("\"filter\": \"q=network\"", 7).expect(409);

        assertThat(refused.text("/errors/0/detail")).contains("7").contains("2");
        assertThat(support.get(BULK_ENDS).expect(200).ids()).isEmpty();
        work();
        assertThat(status(planning)).isEqualTo(RunStatus.PLANNING);
    }

    @Test
    void tellsTheTrueCountAlsoWhereItIsMoreThanABulkEndTakes() {
        int many = TestSignalbox.MAX_BULK_RUNS + 1;
        for (int i = 0; i < many; i++) {
            box.submit("acme", "many-" + i);
        }
        String filter = "\"filter\": \"filter[organization]=acme&q=many\"";

        Answer differs = ask(filter, many - 1).expect(409);
        assertThat(differs.text("/errors/0/code")).isEqualTo("count_differs");
        assertThat(differs.at("/errors/0/meta/count").intValue()).isEqualTo(many);
        Answer tooMany = ask(filter, many).expect(422);
        assertThat(tooMany.text("/errors/0/code")).isEqualTo("too_many_runs");
        assertThat(tooMany.text("/errors/0/detail")).contains("" + many, "" + TestSignalbox.MAX_BULK_RUNS);
        assertThat(support.get(BULK_ENDS).expect(200).ids()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'filter': 'filter[statsu]=pending', 'end': 'errored', 'reason': 'w', 'expected-count': 1|filter",
                "'filter': 'sort=created-at', 'end': 'errored', 'reason': 'w', 'expected-count': 1|filter",
                "'filter': 'q=%', 'end': 'errored', 'reason': 'w', 'expected-count': 1|filter",
                "'filter': 'filter[from]=today', 'end': 'errored', 'reason': 'w', 'expected-count': 1|filter",
                "'filter': 7, 'end': 'errored', 'reason': 'w', 'expected-count': 1|filter",
                "'end': 'errored', 'reason': 'w', 'expected-count': 1|filter",
                "'filter': 'q=a', 'run-ids': [], 'end': 'errored', 'reason': 'w', 'expected-count': 1|filter",
                "'run-ids': ['nonsense'], 'end': 'errored', 'reason': 'w', 'expected-count': 1|run-ids",
                "'run-ids': 'run-aaaaaaaaaaaaaaaa', 'end': 'errored', 'reason': 'w', 'expected-count': 1|run-ids",
                "'filter': 'filter[status_group]=non_final', 'end': 'applied', 'reason': 'w', 'expected-count': 1|end",
                "'filter': 'filter[status_group]=non_final', 'reason': 'w', 'expected-count': 1|end",
                "'filter': 'filter[status_group]=non_final', 'end': 'errored', 'expected-count': 1|reason",
                "'filter': 'filter[status_group]=non_final', 'end': 'errored', 'reason': ' ', 'expected-count': 3|reason",
                "'filter': 'filter[status_group]=non_final', 'end': 'errored', 'reason': 'w'|expected-count",
                "'filter': 'q=a', 'end': 'errored', 'reason': 'w', 'expected-count': -1|expected-count",
                "'filter': 'filter[status_group]=non_final', 'end': 'errored', 'reason': 'w', 'expected-count': '3'|expected-count"
            },
            quoteCharacter = '~')
    void refusesWhatItCannotReadAndEndsNothing(String attributes, String blamed) {
        Answer refused =
                admin.post(BULK_ENDS, body(attributes.replace('\'', '"'))).expect(422);

        assertThat(refused.text("/errors/0/source/pointer")).isEqualTo("/data/attributes/" + blamed);
        assertThat(support.get(BULK_ENDS).expect(200).ids()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'expected-count': null           | expected-count is required.
            'expected-count': '60'           | expected-count must be a whole number.
            'expected-count': 1.5            | expected-count must be a whole number.
            'expected-count': 1e30           | expected-count must be a whole number.
            'expected-count': 99999999999999999999 | expected-count must be a whole number of at most 64 bits.
            'expected-count': -1             | expected-count must be 1 or more.
            'expected-count': 0              | expected-count must be 1 or more.
            """)
    void saysWhatACountMustBe(String count, String sentence) {
        Answer refused = admin.post(
                        BULK_ENDS,
                        body("'filter': 'filter[status_group]=non_final', 'end': 'errored', 'reason': 'w', "
                                        .replace('\'', '"')
                                + count.replace('\'', '"')))
                .expect(422);

        assertThat(refused.text("/errors/0/detail")).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "filter[organization]=",
                "filter[organization]=&filter[status_group]=non_final",
                "filter[workspace]=%20&q=network",
                "filter[status]=,",
                "filter[status]=%1c",
                "filter[status_group]=",
                "filter[from]=",
                "q",
                "q=%20",
                "q=%C2%A0"
            })
    void takesNothingInParticularForNoFilter(String filter) {
        Answer refused = ask("\"filter\": \"" + filter + "\"", 3).expect(422);

        assertThat(refused.text("/errors/0/source/pointer")).isEqualTo("/data/attributes/filter");
        assertThat(support.get(BULK_ENDS).expect(200).ids()).isEmpty();
    }

    @Test
    void beginsNothingThatWouldEndNothing() {
        for (String selection : List.of("\"filter\": \"filter[status]=pendin\"", "\"run-ids\": []")) {
            assertThat(ask(selection, 1).expect(409).at("/errors/0/meta/count").intValue())
                    .isZero();
        }
        assertThat(support.get(BULK_ENDS).expect(200).ids()).isEmpty();
    }

    @Test
    void hasRoomForTheIdsOfTheLargestBulkEnd() {
        RunId[] runs = Stream.generate(box.ids()::run).limit(BulkEnd.MAX_RUNS).toArray(RunId[]::new);
        runs[0] = pending;

        Answer differs = ask(runIds(runs), BulkEnd.MAX_RUNS).expect(409);

        assertThat(differs.at("/errors/0/meta/count").intValue()).isEqualTo(1);
    }

    @Test
    void takesNoLetterForAnother() {
        assertThat(ask("\"filter\": \"filter[organization]=\u0141cme\"", 2)
                        .expect(409)
                        .at("/errors/0/meta/count")
                        .intValue())
                .isZero();
    }

    @Test
    void refusesARunThatIsNamedTwice() {
        Answer refused = ask(runIds(planning, pending, planning), 2).expect(422);

        assertThat(refused.text("/errors/0/source/pointer")).isEqualTo("/data/attributes/run-ids");
        assertThat(refused.text("/errors/0/detail")).contains(planning.value());
        assertThat(support.get(BULK_ENDS).expect(200).ids()).isEmpty();
    }

    @Test
    void countsNoNamedRunThatHasEndedOrIsNotThere() {
        RunId ended = box.bring("acme", "older", RunStatus.APPLIED);

        Answer refused = ask(runIds(planning, ended, box.ids().run()), 3).expect(409);

        assertThat(refused.at("/errors/0/meta/count").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"4000,409", "4001,422"})
    void takesAFilterOfAtMostFourThousandCharacters(int length, int status) {
        String all = "filter[status_group]=non_final";
        String filter = all + "&".repeat(length - all.length());

        Answer answer = admin.post(
                BULK_ENDS,
                body("\"filter\": \"" + filter + "\", \"end\": \"errored\", \"reason\": \"w\","
                        + " \"expected-count\": 9"));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void knowsNoBulkEndThatIsNotThere() {
        for (String id : List.of("nonsense", "bulk-aaaaaaaaaaaaaaaa")) {
            admin.get(BULK_ENDS + "/" + id).expect(404);
            admin.get(BULK_ENDS + "/" + id + "/outcomes").expect(404);
            admin.get(BULK_ENDS + "/" + id + "/outcomes/export").expect(404);
            admin.post(BULK_ENDS + "/" + id + "/actions/stop").expect(404);
        }
        assertThat(admin.get(ask(runIds(pending), 1).expect(201).header("Location") + "/outcomes?filter[outcome]=lost")
                        .expect(400)
                        .text("/errors/0/detail"))
                .startsWith("filter[outcome] names \"lost\", which is no outcome; those are waiting, ");
    }

    private Answer ask(String selection, int expected) {
        return admin.post(
                BULK_ENDS,
                body(selection + ", \"end\": \"errored\", \"reason\": \"provider outage\", \"expected-count\": "
                        + expected));
    }

    private static String body(String attributes) {
        return "{\"data\": {\"type\": \"bulk-ends\", \"attributes\": {" + attributes + "}}}";
    }

    private static String runIds(RunId... runs) {
        return "\"run-ids\": [\""
                + String.join("\", \"", List.of(runs).stream().map(RunId::value).toList()) + "\"]";
    }

    private RunStatus status(RunId run) {
        return box.seen(run).run().status();
    }

    /** Bounded: ten times as often as these few runs need. */
    private void work() {
        for (int i = 0; i < 50 && box.bulkWork().advance("test"); i++) {
            // Each call goes some runs further.
        }
    }
}
