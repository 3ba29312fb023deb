package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.rest.testing.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionTest extends RestTest {

    private static final String ORGANIZATION = "/api/v2/organizations/acme";

    private WorkspaceId id;

    @BeforeEach
    void makeWorkspace() {
        id = box.workspace("acme", "network").id();
    }

    private String path() {
        return "/api/v2/workspaces/" + id;
    }

    private String safeDelete() {
        return path() + "/actions/safe-delete";
    }

    private void assertGone() {
        user.get(path()).expect(404);
        user.get(ORGANIZATION + "/workspaces/network").expect(404);
        assertThat(admin.get("/api/v2/admin/runs").ids()).isEmpty();
    }

    @Test
    void aUserDeletesAWorkspaceInWhichNothingGoesOn() {
        RunId run = box.bring("acme", "network", RunStatus.APPLIED);

        Answer deleted = user.post(safeDelete()).expect(204);

        assertThat(deleted.body()).isEmpty();
        assertThat(deleted.header("Content-Type")).isEmpty();
        assertGone();
        user.get("/api/v2/runs/" + run).expect(404);
        user.post(safeDelete()).expect(404);
    }

    @Test
    void deletesNothingSafelyForABodyThatSaysAnything() {
        user.send("POST", safeDelete(), BodyPublishers.ofString("{broken"), "Content-Type", "text/plain")
                .expect(415);
        user.post(safeDelete(), "{broken").expect(400);
        user.post(safeDelete(), "[]").expect(400);
        Answer unknown = user.post(safeDelete(), "{\"dry-run\":true}").expect(422);
        assertThat(unknown.text("/errors/0/detail"))
                .isEqualTo("dry-run is no attribute that can be set here; there are none.");
        assertThat(unknown.text("/errors/0/source/pointer")).isEqualTo("/dry-run");
        user.get(path()).expect(200);

        user.post(safeDelete(), "null").expect(204);
    }

    @Test
    void refusesToDeleteSafelyWhatIsHeld() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        box.administration().forceErrored(run, Optional.empty(), box.admin());

        Answer held = user.post(safeDelete()).expect(409);

        assertThat(held.text("/errors/0/code")).isEqualTo("workspace_in_use");
        assertThat(held.text("/errors/0/detail")).contains("the process of " + run + " is not known to be gone");
        user.get(path()).expect(200);
    }

    @Test
    void refusesToDeleteSafelyWhatIsInUse() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNED);
        Answer active = user.post(safeDelete()).expect(409);
        assertThat(active.text("/errors/0/code")).isEqualTo("workspace_in_use");
        assertThat(active.text("/errors/0/detail")).contains(run + " is planned");

        box.locks().lock(id, Optional.empty(), box.user());
        assertThat(user.post(safeDelete()).expect(409).text("/errors/0/code")).isEqualTo("workspace_locked");
        user.get(path()).expect(200);
    }

    @Test
    void aSiteAdminDeletesAWorkspaceWhateverGoesOnInIt() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        box.locks().lock(id, Optional.empty(), box.user());

        admin.delete(path()).expect(204);

        assertGone();
        Answer told = runner.post("/api/signalbox/v1/runs/" + run + "/heartbeats", "{}")
                .expect(404);
        assertThat(told.header("Signalbox-Directive")).isEqualTo("stop");
        told = runner.post("/api/signalbox/v1/runs/" + run + "/reports", "{\"number\":9,\"event\":\"apply-finished\"}")
                .expect(404);
        assertThat(told.header("Signalbox-Directive")).isEqualTo("stop");
    }

    @Test
    void whatIsLeftOfALargeWorkspaceIsNowhereButInTheListOfAllRuns() {
        for (int i = 0; i < 2_100; i++) {
            box.submit("acme", "network");
        }
        RunId last = box.submit("acme", "network");

        admin.delete(path()).expect(204);

        user.get(path()).expect(404);
        user.get(path() + "/runs").expect(404);
        Answer list = admin.get("/api/v2/admin/runs?page[size]=100&include=workspace.organization");
        assertThat(list.at("/meta/pagination/total-count").intValue()).isEqualTo(2_101);
        assertThat(list.at("/meta/status-counts/canceled").intValue()).isEqualTo(2_000);
        assertThat(list.ids()).hasSize(100);
        for (String path : List.of("/api/v2/runs/" + last, "/api/signalbox/v1/runs/" + last + "/log")) {
            admin.get(path).expect(404);
        }
        admin.post("/api/v2/runs/" + last + "/actions/cancel").expect(404);
        admin.post("/api/v2/admin/runs/" + last + "/actions/cancel").expect(404);
        Answer told = runner.post("/api/signalbox/v1/runs/" + last + "/heartbeats", "{}")
                .expect(404);
        assertThat(told.header("Signalbox-Directive")).isEqualTo("stop");
        while (box.deletion().carryOn()) {
            user.get(path()).expect(404);
        }
        assertGone();
    }

    @Test
    void aSiteAdminDeletesAnOrganization() {
        box.bring("acme", "network", RunStatus.PLANNING);
        box.bring("acme", "storage", RunStatus.APPLIED);

        admin.delete(ORGANIZATION).expect(204);

        user.get(ORGANIZATION).expect(404);
        assertGone();
        admin.delete(ORGANIZATION).expect(404);
        assertThat(box.workspace("acme", "network").id()).isNotEqualTo(id);
    }

    @Test
    void leavesDeletingByForceToSiteAdmins() {
        for (var client : List.of(user, runner, support)) {
            assertThat(client.delete(path()).expect(404).bodyBesidesRequestId())
                    .isEqualTo(client.delete("/api/v2/workspaces/ws-1111111111111111")
                            .bodyBesidesRequestId());
            assertThat(client.delete(ORGANIZATION).expect(404).bodyBesidesRequestId())
                    .isEqualTo(client.delete("/api/v2/organizations/none").bodyBesidesRequestId());
        }
        for (var client : List.of(runner, support)) {
            client.post(safeDelete()).expect(404);
        }
        admin.delete("/api/v2/workspaces/nonsense").expect(404);
        admin.delete("/api/v2/organizations/no%20name").expect(404);
        user.get(path()).expect(200);
    }

    @Test
    void permissionsTellWhoMayDestroy() {
        for (var client : List.of(user, admin)) {
            assertThat(client.get(path())
                            .at("/data/attributes/permissions/can-destroy")
                            .booleanValue())
                    .isTrue();
        }
        for (var client : List.of(runner, support)) {
            assertThat(client.get(path())
                            .at("/data/attributes/permissions/can-destroy")
                            .booleanValue())
                    .isFalse();
        }
    }
}
