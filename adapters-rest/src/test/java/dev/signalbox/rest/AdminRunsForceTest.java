package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.testing.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminRunsForceTest extends RestTest {

    private static String cancel(Object run) {
        return "/api/v2/admin/runs/" + run + "/actions/cancel";
    }

    private static String forceCancel(Object run) {
        return "/api/v2/admin/runs/" + run + "/actions/force-cancel";
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "PENDING",
                "PLANNING",
                "PLANNED",
                "CONFIRMED",
                "APPLYING",
                "POLICY_CHECKING",
                "POLICY_OVERRIDE",
                "POLICY_CHECKED"
            })
    void forcesEveryNonFinalRunBothWays(RunStatus status) {
        Answer errored = admin.post(cancel(box.bring("acme", "errored", status)));
        assertThat(errored.status()).isEqualTo(200);
        assertThat(errored.text("/data/attributes/status")).isEqualTo("errored");
        assertThat(errored.at("/data/attributes/status-timestamps").propertyNames())
                .contains("errored-at")
                .doesNotContain("canceled-at");
        Answer canceled = admin.post(forceCancel(box.bring("acme", "canceled", status)));
        assertThat(canceled.status()).isEqualTo(200);
        assertThat(canceled.text("/data/attributes/status")).isEqualTo("canceled");
        assertThat(canceled.at("/data/attributes/status-timestamps").propertyNames())
                .contains("canceled-at", "force-canceled-at");
        assertThat(canceled.at("/data").propertyNames())
                .containsExactly("id", "type", "attributes", "relationships", "links");
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,unreachable,unreachable",
        "PLANNING,errored,unreachable",
        "PLANNED,finished,unreachable",
        "CONFIRMED,finished,errored",
        "APPLYING,finished,errored"
    })
    void endsThePlanAndTheApplyToo(RunStatus status, String plan, String apply) {
        RunId run = box.bring("acme", "network", status);
        admin.post(cancel(run));
        Answer seen = user.get("/api/v2/runs/" + run);
        assertThat(user.get("/api/v2/plans/" + seen.text("/data/relationships/plan/data/id"))
                        .text("/data/attributes/status"))
                .isEqualTo(plan);
        assertThat(user.get("/api/v2/applies/" + seen.text("/data/relationships/apply/data/id"))
                        .text("/data/attributes/status"))
                .isEqualTo(apply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/vnd.api+json", "application/json; charset=utf-8"})
    void keepsTheCommentInTheAudit(String type) {
        RunId run = box.submit("acme", "network");
        String body = "{\"comment\":\"hangs since noon\",\"other\":[1]}";
        Answer answer = admin.send("POST", cancel(run), BodyPublishers.ofString(body), "Content-Type", type);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(box.audit().ofRun(run, box.admin()))
                .last()
                .extracting(AuditEvent::reason)
                .isEqualTo(Optional.of("hangs since noon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "  ", "{\"comment\":null}", "{\"comment\":\" \"}"})
    void needsNoComment(String body) {
        RunId run = box.submit("acme", "network");
        assertThat(admin.post(cancel(run), body).status()).isEqualTo(200);
        assertThat(box.audit().ofRun(run, box.admin()))
                .last()
                .extracting(AuditEvent::reason)
                .isEqualTo(Optional.empty());
    }

    @Test
    void takesTheContentTypeOfNoBodyForNothing() {
        RunId run = box.submit("acme", "network");
        Answer answer = admin.send("POST", cancel(run), BodyPublishers.noBody(), "Content-Type", "text/plain");
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLIED", "DISCARDED", "ERRORED", "CANCELED", "PLANNED_AND_FINISHED"})
    void refusesARunThatHasEnded(RunStatus status) {
        RunId run = box.bring("acme", "network", status);
        int audited = box.audit().ofRun(run, box.admin()).size();
        for (String path : List.of(cancel(run), forceCancel(run))) {
            Answer answer = admin.post(path);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("/errors/0/code")).isEqualTo("already_final");
            assertThat(answer.text("/errors/0/title")).isEqualTo("transition not allowed");
            assertThat(answer.text("/errors/0/detail")).contains(status.wireName());
            assertThat(answer.text("/errors/0/meta/run-status")).isEqualTo(status.wireName());
        }
        assertThat(box.audit().ofRun(run, box.admin())).hasSize(audited);
    }

    @Test
    void letsOneOfTwoAdminsWin() throws Exception {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        Callable<Integer> force = () -> admin.post(cancel(run)).status();
        try (ExecutorService admins = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = admins.invokeAll(List.of(force, force));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void hidesEverythingFromSupportUsersAndRunners() {
        RunId run = box.submit("acme", "network");
        String missing = "run-9999999999999999";
        for (var client : List.of(support, user, runner)) {
            Answer hidden = client.post(cancel(run));
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(client.post(cancel(missing)).bodyBesidesRequestId()).isEqualTo(hidden.bodyBesidesRequestId());
            assertThat(client.post(forceCancel(run)).bodyBesidesRequestId()).isEqualTo(hidden.bodyBesidesRequestId());
        }
        assertThat(support.post(cancel(run), "{\"comment\": 7}").bodyBesidesRequestId())
                .isEqualTo(user.get("/api/v2/admin/no-such-thing").bodyBesidesRequestId());
        assertThat(box.seen(run).run().status()).isEqualTo(RunStatus.PENDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonexistent",
                "run-",
                "run-0OIl0OIl0OIl0OIl",
                "1",
                "run-9999999999999999x",
                "%F0%9F%9A%82",
                "%25",
                "'%20or%201=1",
                "..."
            })
    void answersNotFoundForAnIdOfAnyShape(String id) {
        assertThat(admin.post(cancel(id)).status()).isEqualTo(404);
        assertThat(admin.post(forceCancel(id)).status()).isEqualTo(404);
        assertThat(admin.get("/api/v2/runs/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                          | 400 |
            7                          | 400 |
            []                         | 400 |
            "text"                     | 400 |
            {"comment":"a"} {}         | 400 |
            {"comment":"a","comment":1}| 400 |
            {"comment":7}              | 422 | /comment
            {"comment":["a"]}          | 422 | /comment
            {"comment":"a\\u0000b"}    | 422 | /comment
            {"comment":"a\\ud800b"}    | 422 | /comment
            """)
    void refusesABadBody(String body, int status, String pointer) {
        RunId run = box.submit("acme", "network");
        Answer answer = admin.post(cancel(run), body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo(pointer == null ? "" : pointer);
        assertThat(box.seen(run).run().status()).isEqualTo(RunStatus.PENDING);
    }

    @Test
    void refusesACommentOfMoreThanTenThousandCharacters() {
        RunId run = box.submit("acme", "network");
        Answer answer = admin.post(cancel(run), "{\"comment\":\"" + "x".repeat(10_001) + "\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo("/comment");
        assertThat(admin.post(cancel(run), "{\"comment\":\"" + "x".repeat(10_000) + "\"}")
                        .status())
                .isEqualTo(200);
    }
}
