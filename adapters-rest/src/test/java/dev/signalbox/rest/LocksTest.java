package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.rest.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocksTest extends RestTest {

    private static final String START = "{\"number\":1,\"event\":\"plan-started\"}";

    private WorkspaceId workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = box.workspace("acme", "network").id();
    }

    private String path(String action) {
        return "/api/v2/workspaces/" + workspace + "/actions/" + action;
    }

    private Answer workspace() {
        return user.get("/api/v2/workspaces/" + workspace);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"reason":"until noon"}                                                     | until noon
            {"data":{"type":"","attributes":{"reason":"until noon","created-at":null}}} | until noon
            {"data":{"type":"workspaces","id":"x"}}                                     | ''
            {"data":null}                                                               | ''
            {"reason":" "}                                                              | ''
            {}                                                                          | ''
            null                                                                        | ''
            """)
    void locksWithWhateverBodyClientsSend(String body, String reason) {
        Answer locked = user.post(path("lock"), body).expect(200);

        assertThat(locked.text("/data/id")).isEqualTo(workspace.value());
        assertThat(locked.at("/data/attributes/locked").booleanValue()).isTrue();
        assertThat(locked.text("/data/attributes/locked-reason")).isEqualTo(reason);
        assertThat(locked.text("/data/attributes/signalbox-locked-by")).isEqualTo("user-bot");
        assertThat(locked.text("/data/attributes/signalbox-locked-at")).endsWith("Z");
        assertThat(locked.text("/data/relationships/locked-by/data/id"))
                .isEqualTo(box.user().account().orElseThrow().value());
        assertThat(workspace().document()).isEqualTo(locked.document());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"reason":7}                              | 422 | /reason
            {"reason":"\\u0000"}                      | 422 | /reason
            {"data":{"attributes":{"reason":[]}}}     | 422 | /data/attributes/reason
            {"data":{"attributes":"reason"}}          | 422 | /data/attributes
            ["reason"]                                | 400 | ''
            {"reason"                                 | 400 | ''
            """)
    void refusesABadBodyAndLocksNothing(String body, int status, String pointer) {
        Answer refused = user.post(path("lock"), body).expect(status);

        assertThat(refused.text("/errors/0/source/pointer")).isEqualTo(pointer);
        assertThat(workspace().at("/data/attributes/locked").booleanValue()).isFalse();
    }

    @Test
    void refusesAReasonThatIsTooLongWhereverItStands() {
        String reason = "x".repeat(1_001);

        assertThat(user.post(path("lock"), "{\"reason\":\"" + reason + "\"}")
                        .expect(422)
                        .text("/errors/0/source/pointer"))
                .isEqualTo("/reason");
        assertThat(user.post(path("lock"), "{\"data\":{\"attributes\":{\"reason\":\"" + reason + "\"}}}")
                        .expect(422)
                        .text("/errors/0/source/pointer"))
                .isEqualTo("/data/attributes/reason");
    }

    @Test
    void tellsWhoHasLockedItSinceWhenAndWhy() {
        user.post(path("lock"), "{\"reason\":\"until\\nnoon\"}").expect(200);

        for (Answer refused : List.of(user.post(path("lock")), admin.post(path("lock")), admin.post(path("unlock")))) {
            refused.expect(409);
            assertThat(refused.text("/errors/0/code")).isEqualTo("workspace_locked");
            assertThat(refused.text("/errors/0/detail")).contains("by user-bot at 2", ": \"until noon\".");
            assertThat(refused.text("/errors/0/meta/locked-by")).isEqualTo("user-bot");
            assertThat(refused.text("/errors/0/meta/locked-at"))
                    .isEqualTo(workspace().text("/data/attributes/signalbox-locked-at"));
        }
    }

    @Test
    void isUnlockedByItsLockerWithoutABody() {
        user.post(path("lock")).expect(200);

        Answer unlocked = user.post(path("unlock")).expect(200);

        assertThat(unlocked.at("/data/attributes/locked").booleanValue()).isFalse();
        assertThat(unlocked.at("/data/attributes/locked-reason").isNull()).isTrue();
        assertThat(unlocked.at("/data/relationships/locked-by").isMissingNode()).isTrue();
        assertThat(user.post(path("unlock")).expect(409).text("/errors/0/code")).isEqualTo("workspace_not_locked");
    }

    @Test
    void isUnlockedByForceByASiteAdminOnly() {
        user.post(path("lock")).expect(200);

        for (var client : List.of(user, runner, support)) {
            client.post(path("force-unlock")).expect(404);
        }
        admin.post(path("force-unlock"), "{\"reason\":\"on holiday\"}").expect(200);

        assertThat(workspace().at("/data/attributes/locked").booleanValue()).isFalse();
        assertThat(admin.post(path("force-unlock")).expect(409).text("/errors/0/code"))
                .isEqualTo("workspace_not_locked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "unlock", "force-unlock"})
    void looksAbsentToWhoMayNot(String action) {
        String missing = user.post("/api/v2/workspaces/ws-1111111111111111/actions/" + action)
                .expect(404)
                .bodyBesidesRequestId();

        for (var client : List.of(runner, support, as(box.restricted(Role.SITE_ADMIN, "beta")))) {
            assertThat(client.post(path(action)).expect(404).bodyBesidesRequestId())
                    .isEqualTo(missing);
        }
        assertThat(user.post("/api/v2/workspaces/nonsense/actions/" + action)
                        .expect(404)
                        .bodyBesidesRequestId())
                .isEqualTo(missing);
    }

    @Test
    void permissionsTellTheTruth() {
        assertPermissions(user, true, true, false);
        assertPermissions(admin, true, true, true);
        assertPermissions(runner, false, false, false);
        assertPermissions(support, false, false, false);

        user.post(path("lock")).expect(200);

        assertPermissions(user, true, true, false);
        assertPermissions(admin, true, false, true);
    }

    private void assertPermissions(dev.signalbox.rest.testing.Api client, boolean lock, boolean unlock, boolean force) {
        var permissions = client.get("/api/v2/workspaces/" + workspace).at("/data/attributes/permissions");
        assertThat(permissions.path("can-lock").booleanValue()).isEqualTo(lock);
        assertThat(permissions.path("can-unlock").booleanValue()).isEqualTo(unlock);
        assertThat(permissions.path("can-force-unlock").booleanValue()).isEqualTo(force);
    }

    @Test
    void keepsAPendingRunWaitingUntilItIsUnlocked() {
        RunId run = box.submit("acme", "network");
        String path = "/api/signalbox/v1/runs/" + run;
        user.post(path("lock"), "{\"reason\":\"\u00fcber\\nnoon\"}").expect(200);

        Answer early = runner.post(path + "/reports", START).expect(409);

        assertThat(early.text("/errors/0/code")).isEqualTo("not_its_turn");
        assertThat(early.header("Signalbox-Waiting-For"))
                .matches("the workspace was locked by user-bot at 2[0-9T:.-]+Z: \\?ber noon");
        assertThat(runner.post(path + "/heartbeats", "{}").header("Signalbox-Waiting-For"))
                .isNotEmpty();
        user.post(path("unlock")).expect(200);
        assertThat(runner.post(path + "/heartbeats", "{}").header("Signalbox-Waiting-For"))
                .isEmpty();
        runner.post(path + "/reports", START).expect(200);
    }

    @Test
    void stopsNoRunThatIsUnderWayAndOutlivesIt() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        user.post(path("lock")).expect(200);

        user.post("/api/v2/runs/" + run + "/actions/apply").expect(202);
        String reports = "/api/signalbox/v1/runs/" + run + "/reports";
        int next = box.nextNumber(run);
        runner.post(reports, "{\"number\":" + next + ",\"event\":\"apply-started\"}")
                .expect(200);
        runner.post(reports, "{\"number\":" + (next + 1) + ",\"event\":\"apply-finished\"}")
                .expect(200);

        assertThat(box.seen(run).run().status()).isEqualTo(RunStatus.APPLIED);
        assertThat(workspace().at("/data/attributes/locked").booleanValue()).isTrue();
    }

    @Test
    void forcingARunLeavesTheLock() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        user.post(path("lock")).expect(200);

        admin.post("/api/v2/admin/runs/" + run + "/actions/cancel").expect(200);

        assertThat(workspace().at("/data/attributes/locked").booleanValue()).isTrue();
    }

    @Test
    void doesNotKeepAPlanOnlyRunWaiting() {
        user.post(path("lock")).expect(200);
        String body = "{\"organization\":\"acme\",\"workspace\":\"network\",\"key\":\"12345678\",\"plan-only\":true}";
        String run = runner.post("/api/signalbox/v1/runs", body).header("Signalbox-Run-Id");

        runner.post("/api/signalbox/v1/runs/" + run + "/reports", START).expect(200);
    }
}
