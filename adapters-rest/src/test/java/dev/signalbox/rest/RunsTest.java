package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTest extends RestTest {

    @Test
    void showsARunWithWhatCanBeDone() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        Answer answer = admin.get("/api/v2/runs/" + run);
        assertThat(answer.at("/data/attributes/actions").toString())
                .isEqualTo("{\"is-cancelable\":true,\"is-confirmable\":true,\"is-discardable\":true,"
                        + "\"is-force-cancelable\":false}");
        assertThat(answer.at("/data/attributes/permissions/can-force-cancel").booleanValue())
                .isTrue();
        assertThat(user.get("/api/v2/runs/" + run)
                        .at("/data/attributes/permissions")
                        .toString())
                .isEqualTo("{\"can-apply\":true,\"can-cancel\":true,\"can-discard\":true,\"can-force-cancel\":false,"
                        + "\"can-force-execute\":false,\"can-override-policy-check\":true}");
        assertThat(answer.at("/data/relationships").propertyNames()).containsExactly("workspace", "plan", "apply");
    }

    @Test
    void includesPlanApplyAndWorkspace() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        Answer answer = user.get("/api/v2/runs/" + run + "?include=plan,apply,workspace");
        assertThat(answer.at("/included").valueStream().map(r -> r.path("type").stringValue()))
                .containsExactly("plans", "applies", "workspaces");
        assertThat(answer.text("/included/0/attributes/status")).isEqualTo("finished");
        assertThat(answer.at("/included/0/attributes/status-timestamps").propertyNames())
                .containsExactly("started-at", "finished-at");
        assertThat(answer.text("/included/1/attributes/status")).isEqualTo("running");
        for (var included : answer.at("/included")) {
            assertThat(user.get(included.at("/links/self").stringValue()).text("/data/id"))
                    .isEqualTo(included.path("id").stringValue());
        }
        assertThat(user.get("/api/v2/runs/" + run + "?include=task_stages").status())
                .isEqualTo(400);
    }

    @Test
    void saysWhatAPendingRunWaitsFor() {
        RunId first = box.bring("acme", "network", RunStatus.APPLYING);
        RunId second = box.submit("acme", "network");
        assertThat(user.get("/api/v2/runs/" + second).text("/data/attributes/signalbox-waiting-for"))
                .contains(first.value());
        assertThat(user.get("/api/v2/runs/" + first)
                        .at("/data/attributes/signalbox-waiting-for")
                        .isNull())
                .isTrue();
    }

    @Test
    void saysWhetherTheProcessIsGone() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        String path = "/api/v2/runs/" + run;
        assertThat(user.get(path).at("/data/attributes/signalbox-ending").isNull())
                .isTrue();
        admin.post("/api/v2/admin/runs/" + run + "/actions/cancel");
        Answer forced = user.get(path);
        assertThat(forced.text("/data/attributes/signalbox-ending/stage")).isEqualTo("requested");
        assertThat(forced.text("/data/attributes/signalbox-ending/phase")).isEqualTo("applying");
        assertThat(forced.at("/data/attributes/signalbox-ending/holds-workspace")
                        .booleanValue())
                .isTrue();
        box.report(run, RunnerEvent.GONE);
        Answer gone = user.get(path);
        assertThat(gone.text("/data/attributes/signalbox-ending/stage")).isEqualTo("gone");
        assertThat(gone.at("/data/attributes/signalbox-ending/holds-workspace").booleanValue())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED,apply,confirmed",
        "PLANNED,discard,discarded",
        "PLANNED,cancel,canceled",
        "PENDING,cancel,canceled",
        "APPLYING,cancel,applying",
        "POLICY_OVERRIDE,override,policy_checked"
    })
    void acceptsWhatAUserDecides(RunStatus from, String action, String to) {
        RunId run = box.bring("acme", "network", from);
        Answer answer = user.post("/api/v2/runs/" + run + "/actions/" + action, "{\"comment\":\"as agreed\"}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/data/attributes/status")).isEqualTo(to);
        assertThat(box.audit().ofRun(run, box.admin()))
                .last()
                .satisfies(event -> assertThat(event.reason()).contains("as agreed"));
    }

    @Test
    void refusesWhatTheStatusDoesNotAllow() {
        RunId run = box.submit("acme", "network");
        Answer answer = user.post("/api/v2/runs/" + run + "/actions/apply", "{}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/errors/0/code")).isEqualTo("move_not_allowed");
        assertThat(answer.text("/errors/0/meta/run-status")).isEqualTo("pending");
        admin.post("/api/v2/admin/runs/" + run + "/actions/cancel");
        assertThat(user.post("/api/v2/runs/" + run + "/actions/cancel").text("/errors/0/code"))
                .isEqualTo("already_final");
    }

    @Test
    void hidesWhatAnotherOrganizationHas() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        Answer seen = admin.get("/api/v2/runs/" + run);
        Api stranger = as(box.restricted(Role.USER, "other"));
        for (String path : List.of(
                "/api/v2/runs/" + run,
                "/api/v2/plans/" + seen.text("/data/relationships/plan/data/id"),
                "/api/v2/applies/" + seen.text("/data/relationships/apply/data/id"),
                "/api/v2/workspaces/" + seen.text("/data/relationships/workspace/data/id"),
                "/api/v2/workspaces/" + seen.text("/data/relationships/workspace/data/id") + "/runs",
                "/api/v2/organizations/acme",
                "/api/v2/organizations/acme/workspaces",
                "/api/v2/organizations/acme/workspaces/network")) {
            assertThat(admin.get(path).status()).isEqualTo(200);
            Answer hidden = stranger.get(path);
            assertThat(hidden.status()).as(path).isEqualTo(404);
            String missing = path.replaceAll("(run|plan|apply|ws)-[A-Za-z0-9]+", "$1-9999999999999999")
                    .replace("acme", "missing");
            assertThat(hidden.bodyBesidesRequestId())
                    .as(path)
                    .isEqualTo(admin.get(missing).bodyBesidesRequestId());
        }
        assertThat(stranger.post("/api/v2/runs/" + run + "/actions/apply").status())
                .isEqualTo(404);
    }

    @Test
    void createsARun() {
        String workspace = box.workspace("acme", "network").id().value();
        Answer created = user.post("/api/v2/runs", """
                {"data":{"type":"runs","attributes":{"message":"try","is-destroy":true,"auto-apply":true,"refresh":1},
                 "relationships":{"workspace":{"data":{"type":"workspaces","id":"%s"}}}}}""".formatted(workspace));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(created.text("/data/links/self"));
        assertThat(created.text("/data/attributes/status")).isEqualTo("pending");
        assertThat(created.text("/data/attributes/message")).isEqualTo("try");
        assertThat(created.at("/data/attributes/is-destroy").booleanValue()).isTrue();
        assertThat(created.at("/data/attributes/auto-apply").booleanValue()).isTrue();
        assertThat(created.at("/data/attributes/plan-only").booleanValue()).isFalse();
        assertThat(user.get(created.header("Location")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"data":{"type":"runs"}}                                      | 422 | /data/relationships/workspace
            {"data":{"type":"runs","relationships":{"workspace":{"data":{"type":"runs","id":"WS"}}}}} | 422 | /data/relationships/workspace
            {"data":{"type":"runs","relationships":{"workspace":{"data":{"type":"workspaces","id":7}}}}} | 422 | /data/relationships/workspace
            {"data":{"type":"runs","attributes":[]}}                      | 422 | /data/attributes
            {"data":{"type":"runs","attributes":{"message":7}}}           | 422 | /data/attributes/message
            {"data":{"type":"runs","attributes":{"auto-apply":"yes"}}}    | 422 | /data/attributes/auto-apply
            {"data":{"type":"workspaces"}}                                | 409 | /data/type
            {"data":{"type":""}}                                          | 409 | /data/type
            {"data":{"type":"runs","id":"run-1"}}                         | 403 | /data/id
            {"data":[]}                                                   | 400 | /data
            {}                                                            | 400 | /data
            null                                                          | 400 | ''
            """)
    void refusesABadDocument(String document, int status, String pointer) {
        box.workspace("acme", "network");
        Answer answer = user.post("/api/v2/runs", document);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/errors/0/source/pointer")).isEqualTo(pointer);
        assertThat(admin.get("/api/v2/admin/runs").ids()).isEmpty();
    }

    @Test
    void refusesAMessageThatIsTooLongAndAWorkspaceThatIsNone() {
        String workspace = box.workspace("acme", "network").id().value();
        String document = """
                {"data":{"type":"runs","attributes":{"message":"%s"},
                 "relationships":{"workspace":{"data":{"type":"workspaces","id":"%s"}}}}}""";
        Answer tooLong = user.post("/api/v2/runs", document.formatted("x".repeat(1_001), workspace));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text("/errors/0/source/pointer")).isEqualTo("/data/attributes/message");
        assertThat(user.post("/api/v2/runs", document.formatted("x", "nonexistent"))
                        .status())
                .isEqualTo(404);
        assertThat(user.post("/api/v2/runs").status()).isEqualTo(400);
    }

    @Test
    void listsTheRunsOfAWorkspace() {
        RunId first = box.submit("acme", "network");
        box.submit("acme", "database");
        RunId second = box.submit("acme", "network");
        String path = "/api/v2/workspaces/" + box.workspace("acme", "network").id() + "/runs";
        Answer list = user.get(path + "?page[size]=1&include=plan,workspace");
        assertThat(list.ids()).containsExactly(second.value());
        assertThat(list.at("/included")).hasSize(2);
        assertThat(user.get(list.text("/links/next").substring(server().length()))
                        .ids())
                .containsExactly(first.value());
        assertThat(user.get(path + "?page[1]&page[20]").ids()).containsExactly(second.value(), first.value());
    }

    @Test
    void listsTheRunsOfAWorkspaceByStatusAndFromTheOtherEnd() {
        RunId applied = box.bring("acme", "network", RunStatus.APPLIED);
        RunId planned = box.bring("acme", "network", RunStatus.PLANNED);
        RunId pending = box.submit("acme", "network");
        String path = "/api/v2/workspaces/" + box.workspace("acme", "network").id() + "/runs?";

        assertThat(user.get(path + "sort=created-at").ids())
                .containsExactly(applied.value(), planned.value(), pending.value());
        assertThat(user.get(path + "filter[status_group]=non_final").ids())
                .containsExactly(pending.value(), planned.value());
        Answer both = user.get(path + "filter[status]=planned,applied,unheard-of&filter[status_group]=final");
        assertThat(both.ids()).containsExactly(applied.value());
        assertThat(both.at("/meta/pagination/total-count").intValue()).isEqualTo(1);
        for (String wrong : List.of(
                "sort=status",
                "filter[status_group]=odd",
                "filter[status_group]=needs_attention",
                "filter[organization]=acme")) {
            assertThat(user.get(path + wrong).expect(400).text("/errors/0/source/parameter"))
                    .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
    }
}
