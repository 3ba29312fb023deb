package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.rest.testing.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerProtocolTest extends RestTest {

    private static final String RUNS = "/api/signalbox/v1/runs";

    private Answer submit(String workspace, String key) {
        return runner.post(
                RUNS,
                "{\"organization\":\"acme\",\"workspace\":\"" + workspace + "\",\"create\":true,\"key\":\"" + key
                        + "\"}");
    }

    private Answer report(Object run, int number, String event, String... more) {
        return runner.post(
                RUNS + "/" + run + "/reports",
                "{\"number\":" + number + ",\"event\":\"" + event + "\"" + String.join("", more) + "}");
    }

    private static void assertTold(Answer answer, int status, String directive, String run) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Signalbox-Directive")).isEqualTo(directive);
        assertThat(answer.header("Signalbox-Run-Status")).isEqualTo(run);
    }

    @Test
    void takesARunOnceForItsKey() {
        Answer first = submit("network", "key-0001");
        assertTold(first, 201, "continue", "pending");
        String run = first.header("Signalbox-Run-Id");
        assertThat(first.document().toString())
                .isEqualTo("{\"meta\":{\"run-id\":\"" + run
                        + "\",\"directive\":\"continue\",\"status\":\"pending\",\"waiting-for\":null}}");
        Answer again = submit("network", "key-0001");
        assertTold(again, 200, "continue", "pending");
        assertThat(again.header("Signalbox-Run-Id")).isEqualTo(run);
    }

    @Test
    void followsARunFromPlanToApply() {
        String run = submit("network", "key-0001").header("Signalbox-Run-Id");
        assertTold(report(run, 1, "plan-started"), 200, "continue", "planning");
        assertTold(report(run, 1, "plan-started"), 200, "continue", "planning");
        assertTold(report(run, 2, "plan-finished", ",\"has-changes\":true"), 200, "continue", "planned");
        assertTold(report(run, 3, "confirmed"), 200, "continue", "confirmed");
        assertTold(report(run, 4, "apply-started"), 200, "continue", "applying");
        assertTold(runner.post(RUNS + "/" + run + "/heartbeats", "{}"), 200, "continue", "applying");
        assertTold(report(run, 5, "apply-finished"), 200, "over", "applied");
    }

    @Test
    void tellsARunnerToStopAndWhenItIsOver() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        admin.post("/api/v2/admin/runs/" + run + "/actions/cancel");
        assertTold(runner.post(RUNS + "/" + run + "/heartbeats", "{}"), 200, "stop", "errored");
        int next = box.nextNumber(run);
        assertTold(report(run, next, "stopping"), 200, "stop", "errored");
        assertTold(report(run, next + 1, "gone", ",\"signal\":\"KILL\",\"exit-code\":137"), 200, "over", "errored");
        Answer seen = user.get("/api/v2/runs/" + run);
        assertThat(seen.text("/data/attributes/signalbox-ending/signal")).isEqualTo("KILL");
        assertThat(seen.at("/data/attributes/signalbox-ending/exit-code").intValue())
                .isEqualTo(137);
    }

    @Test
    void saysWhatARunWaitsFor() {
        RunId first = box.bring("acme", "network", RunStatus.PLANNING);
        Answer second = submit("network", "key-0002");
        assertThat(second.header("Signalbox-Waiting-For"))
                .contains(first.value())
                .isPrintable();
        assertThat(second.text("/meta/waiting-for")).isEqualTo(second.header("Signalbox-Waiting-For"));
        Answer early = report(second.header("Signalbox-Run-Id"), 1, "plan-started");
        assertTold(early, 409, "continue", "pending");
        assertThat(early.text("/errors/0/code")).isEqualTo("not_its_turn");
        assertThat(early.header("Signalbox-Waiting-For")).contains(first.value());
    }

    @Test
    void keepsARunThatAsksForItsTurnAgainAndAgain() {
        RunId first = box.bring("acme", "network", RunStatus.PLANNING);
        String second = submit("network", "key-0002").header("Signalbox-Run-Id");
        for (int i = 0; i < 15; i++) {
            box.clock().advance(Duration.ofSeconds(10));
            runner.post(RUNS + "/" + first + "/heartbeats", "{}");
            assertTold(report(second, 1, "plan-started"), 409, "continue", "pending");
            box.attentionWork().act();
        }
        assertThat(user.get("/api/v2/runs/" + second).text("/data/attributes/signalbox-last-heard-at"))
                .isEqualTo("2026-11-02T09:02:30.000Z");
    }

    @Test
    void refusesReportsOutOfOrderWithTheDirective() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNING);
        Answer skipped = report(run, 7, "plan-failed");
        assertTold(skipped, 409, "continue", "planning");
        assertThat(skipped.text("/errors/0/code")).isEqualTo("report_out_of_order");
        Answer conflict = report(run, box.nextNumber(run) - 1, "plan-failed");
        assertTold(conflict, 409, "continue", "planning");
        assertThat(conflict.text("/errors/0/code")).isEqualTo("report_conflict");
        Answer wrong = report(run, box.nextNumber(run), "apply-finished");
        assertTold(wrong, 409, "continue", "planning");
        assertThat(wrong.text("/errors/0/code")).isEqualTo("move_not_allowed");
        assertThat(as(box.otherRunner()).post(RUNS + "/" + run + "/heartbeats").text("/errors/0/code"))
                .isEqualTo("held_by_another_runner");
    }

    @Test
    void tellsARunnerOfAMissingRunToStop() {
        for (String run : List.of("run-9999999999999999", "nonsense", "%00".replace("%00", "1"))) {
            Answer answer = report(run, 1, "plan-started");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Signalbox-Directive")).isEqualTo("stop");
            assertThat(runner.post(RUNS + "/" + run + "/heartbeats").header("Signalbox-Directive"))
                    .isEqualTo("stop");
        }
        RunId run = box.bring("acme", "network", RunStatus.PLANNING);
        for (String news : List.of("/reports", "/heartbeats", "/log", "/log?strange=1")) {
            Answer answer = user.post(RUNS + "/" + run + news, "[");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Signalbox-Directive")).isEqualTo("stop");
        }
        assertThat(user.post(RUNS, "{\"organization\":\"acme\",\"workspace\":\"network\",\"key\":\"12345678\"}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                   | /organization
            {"organization":"a b","workspace":"w","key":"12345678"}              | /organization
            {"organization":"acme","key":"12345678"}                             | /workspace
            {"organization":"acme","workspace":"w/w","key":"12345678"}           | /workspace
            {"organization":"acme","workspace":"w"}                              | /key
            {"organization":"acme","workspace":"w","key":"short"}                | /key
            {"organization":"acme","workspace":"w","key":12345678}               | /key
            {"organization":"acme","workspace":"w","key":"12345678","create":1}  | /create
            {"organization":"acme","workspace":"w","key":"12345678","message":1} | /message
            {"organization":"acme","workspace":"w","key":"12345678","ci":1}      | /ci
            {"organization":"acme","workspace":"w","key":"12345678","ci":{"name":"a\\nb"}} | /ci/name
            {"organization":"acme","workspace":"w","key":"12345678","ci":{"commit":""}} | /ci/commit
            {"organization":"acme","workspace":"w","key":"12345678","ci":{"job-url":"javascript:alert(1)"}} | /ci/job-url
            {"organization":"acme","workspace":"w","key":"12345678","ci":{"job-url":"https:///x"}} | /ci/job-url
            {"organization":"acme","workspace":"w","key":"12345678","ci":{"job-url":"ftp://ci_1/x"}} | /ci/job-url
            {"organization":"acme","workspace":"w","key":"12345678","ci":{"job-url":"https:ci/x"}} | /ci/job-url
            {"organization":"acme","workspace":"w","key":"12345678","ci":{"job-url":"https://x/ y"}} | /ci/job-url
            """)
    void refusesABadSubmission(String body, String pointer) {
        Answer answer = runner.post(RUNS, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo(pointer);
        assertThat(admin.get("/api/v2/organizations").ids()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reports    | {}                                                       | /number
            reports    | {"number":0,"event":"gone"}                              | /number
            reports    | {"number":1.5,"event":"gone"}                            | /number
            reports    | {"number":99999999999,"event":"gone"}                    | /number
            reports    | {"number":"2","event":"gone"}                            | /number
            reports    | {"number":2}                                             | /event
            reports    | {"number":2,"event":"PLAN_STARTED"}                      | /event
            reports    | {"number":2,"event":"plan-finished"}                     | /has-changes
            reports    | {"number":2,"event":"plan-finished","has-changes":"yes"} | /has-changes
            reports    | {"number":2,"event":"plan-failed","exit-code":"1"}       | /exit-code
            reports    | {"number":2,"event":"withdrawn","signal":"no such thing"}| /signal
            reports    | {"number":2,"event":"withdrawn","reason":7}              | /reason
            heartbeats | {"output-at":"yesterday"}                                | /output-at
            heartbeats | {"output-at":"+12345-01-01T00:00:00Z"}                   | /output-at
            heartbeats | {"output-at":12}                                         | /output-at
            heartbeats | {"output-bytes":-1}                                      | /output-bytes
            heartbeats | {"output-bytes":1e99}                                    | /output-bytes
            heartbeats | {"sent-at":"now"}                                        | /sent-at
            heartbeats | {"host":"a\\nb"}                                         | /host
            heartbeats | {"process-id":0}                                         | /process-id
            heartbeats | {"process-count":-1}                                     | /process-count
            heartbeats | {"process-ids":4711}                                     | /process-ids
            heartbeats | {"process-ids":[4711,"4712"]}                            | /process-ids
            heartbeats | {"process-ids":[4711,1.5]}                               | /process-ids
            heartbeats | {"process-ids":[4711,2147483648]}                        | /process-ids
            heartbeats | {"process-ids":[4711,null]}                              | /process-ids
            heartbeats | {"process-ids":[4711,0]}                                 | /process-ids
            heartbeats | {"process-ids":[4711,4712,4711]}                         | /process-ids
            heartbeats | {"process-ids":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]}      | /process-ids
            heartbeats | {"last-lines":"one"}                                     | /last-lines
            heartbeats | {"last-lines":["one",2]}                                 | /last-lines
            heartbeats | {"last-lines":["a\\u0000b"]}                             | /last-lines
            reports    | {"number":2,"event":"plan-finished","has-changes":true,"policy-check":1} | /policy-check
            reports    | {"number":2,"event":"plan-finished","has-changes":true,"resource-additions":1} | /resource-additions
            reports    | {"number":2,"event":"plan-finished","has-changes":true,"resource-additions":-1,"resource-changes":0,"resource-destructions":0} | /resource-additions
            """)
    void refusesABadReportWithTheDirective(String kind, String body, String pointer) {
        RunId run = box.bring("acme", "network", RunStatus.PLANNING);
        Answer answer = runner.post(RUNS + "/" + run + "/" + kind, body);
        assertTold(answer, 422, "continue", "planning");
        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo(pointer);
    }

    @Test
    void refusesAKeyThatStandsForAnotherRun() {
        String run = submit("network", "key-0001").header("Signalbox-Run-Id");
        Answer other = runner.post(
                RUNS, "{\"organization\":\"acme\",\"workspace\":\"network\",\"key\":\"key-0001\",\"is-destroy\":true}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/errors/0/code")).isEqualTo("key_taken");
        assertThat(other.text("/errors/0/source/pointer")).isEqualTo("/key");
        assertThat(other.text("/errors/0/detail")).contains(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ci.example/jobs/7", "http://jenkins_master:8080/job/x/1/"})
    void showsTheJobThatARunComesFromAndWhatItsPlanCounts(String url) {
        String job = "{\"name\":\"GitLab CI\",\"job-url\":\"" + url + "\",\"commit\":\"0a4a2fd0\","
                + "\"branch\":\"main\",\"author\":null}";
        String run = runner.post(
                        RUNS,
                        "{\"organization\":\"acme\",\"workspace\":\"network\",\"create\":true,\"key\":\"key-0001\",\"ci\":"
                                + job + "}")
                .header("Signalbox-Run-Id");
        assertThat(user.get("/api/v2/runs/" + run)
                        .at("/data/attributes/signalbox-ci")
                        .toString())
                .isEqualTo(job);
        report(run, 1, "plan-started");
        String counts = ",\"resource-additions\":1,\"resource-changes\":2,\"resource-destructions\":3";
        report(run, 2, "plan-finished", ",\"has-changes\":true", counts);
        assertThat(user.get("/api/v2/runs/" + run + "?include=plan")
                        .at("/included/0/attributes")
                        .toString())
                .contains(counts);
        RunId bare = box.submit("acme", "network");
        assertThat(user.get("/api/v2/runs/" + bare + "?include=plan")
                        .at("/included/0/attributes/resource-additions")
                        .isNull())
                .isTrue();
        assertThat(user.get("/api/v2/runs/" + bare)
                        .at("/data/attributes/signalbox-ci")
                        .isNull())
                .isTrue();
    }

    @Test
    void keepsWhatAHeartbeatTells() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNING);
        Answer answer = runner.post(
                RUNS + "/" + run + "/heartbeats",
                "{\"output-at\":\"2026-01-31T23:59:59.123456+02:00\",\"output-bytes\":4096,\"host\":\"build-7\","
                        + "\"process-id\":4711,\"process-count\":3,\"process-ids\":[4711,2147483647,1],"
                        + "\"last-lines\":[\"\u001b[1mbold\u001b[0m\",\"\"]}".replace("\u001b", "\\u001b"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(box.queries().lastHeartbeat(run, box.admin())).hasValueSatisfying(heartbeat -> {
            assertThat(heartbeat.outputAt()).hasToString("Optional[2026-01-31T21:59:59.123Z]");
            assertThat(heartbeat.outputBytes()).contains(4096L);
            assertThat(heartbeat.process())
                    .isEqualTo(new RunnerProcess(
                            Optional.of("build-7"),
                            Optional.of(4711),
                            Optional.of(3),
                            Optional.of(List.of(4711, Integer.MAX_VALUE, 1))));
            assertThat(heartbeat.lastLines()).containsExactly("bold", "");
        });
        assertThat(runner.post(RUNS + "/" + run + "/reports", "[]").header("Signalbox-Directive"))
                .isEqualTo("continue");
    }

    @Test
    void showsTheEvidenceAndWhatWasReportedInTheRun() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        assertThat(user.get("/api/v2/runs/" + run)
                        .at("/data/attributes/signalbox-evidence")
                        .path("output-bytes")
                        .isIntegralNumber())
                .isFalse();
        String told = "\"output-at\":\"2026-01-31T21:59:59.123Z\",\"output-bytes\":4096,\"host\":\"build-7\","
                + "\"process-id\":4711,\"process-count\":3,\"process-ids\":[4711,4712,4720],"
                + "\"last-lines\":[\"Still creating...\",\"Error: no\"]";
        runner.post(RUNS + "/" + run + "/heartbeats", "{" + told + "}");
        assertThat(evidence(run)).isEqualTo("{" + told + "}");
        int next = box.nextNumber(run);
        report(run, next, "withdrawn", ",\"signal\":\"TERM\",\"exit-code\":143,\"reason\":\"the job was canceled\"");

        assertThat(evidence(run))
                .as("without the processes that are gone")
                .contains("\"host\":\"build-7\",\"process-id\":null,\"process-count\":null,\"process-ids\":null,");
        var reports = user.get("/api/v2/runs/" + run).at("/data/attributes/signalbox-reports");
        assertThat(reports.valueStream().map(report -> report.path("event").asString()))
                .startsWith("plan-started")
                .endsWith("withdrawn");
        assertThat(reports.get(next - 1).toString())
                .isEqualTo("{\"number\":" + next + ",\"event\":\"withdrawn\",\"at\":\""
                        + reports.get(next - 1).path("at").asString()
                        + "\",\"signal\":\"TERM\",\"exit-code\":143,\"reason\":\"the job was canceled\"}");
    }

    private String evidence(RunId run) {
        return user.get("/api/v2/runs/" + run)
                .at("/data/attributes/signalbox-evidence")
                .toString();
    }
}
