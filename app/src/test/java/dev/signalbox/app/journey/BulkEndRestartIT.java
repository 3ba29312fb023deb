package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The application dies while it ends many runs. */
class BulkEndRestartIT {

    private static final String BULK_ENDS = "/api/signalbox/v1/admin/bulk-ends";

    private static final int RUNS_OF_A_WORKSPACE = 12;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void endsEachRunOnceWhenItIsKilledInTheMiddleAndKeepsApartWhatIsPaused() throws Exception {
        try (Signalbox signalbox = Signalbox.start()) {
            AdminView admin = new AdminView(signalbox);
            List<String> workspaces = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                workspaces.add(workspaceOf(RUNS_OF_A_WORKSPACE, "acme", "w-" + i, admin));
            }
            workspaceOf(3, "globex", "w", admin);

            String bulkEnd;
            String paused;
            try (Connection database = signalbox.database()) {
                hold(workspaces.get(2), database);
                bulkEnd = request("acme", 60, admin);
                Await.until(LIMIT, () -> count("ended", bulkEnd, admin), ended -> ended == 2 * RUNS_OF_A_WORKSPACE);
                paused = request("globex", 3, admin);
                admin.api().post(paused + "/actions/pause").expect(200);
                signalbox.killHard();
                expireLeases(database);
            }
            signalbox.restart();

            Await.until(LIMIT, () -> state(bulkEnd, admin), "finished"::equals);
            assertThat(count("total", bulkEnd, admin)).isEqualTo(60);
            assertEachEndedOnce("acme", 60, bulkEnd, admin);
            assertThat(state(paused, admin)).isEqualTo("paused");
            assertThat(count("waiting", paused, admin)).isEqualTo(3);
            assertThat(ended("globex", admin)).isZero();
            admin.api().post(paused + "/actions/resume").expect(200);
            Await.until(LIMIT, () -> state(paused, admin), "finished"::equals);
            assertEachEndedOnce("globex", 3, paused, admin);
        }
    }

    private static String workspaceOf(int runs, String organization, String name, AdminView admin) {
        String workspace = ScriptedRun.workspace(admin.api(), organization, name);
        for (int i = 0; i < runs; i++) {
            ScriptedRun.submit(admin.api(), workspace);
        }
        return workspace;
    }

    /** Nobody ends a run of the workspace until the connection is closed. */
    private static void hold(String workspace, Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (PreparedStatement lock =
                database.prepareStatement("select 1 from workspaces where external_id = ? for update")) {
            lock.setString(1, workspace);
            assertThat(lock.executeQuery().next()).isTrue();
        }
    }

    /** As if it had been away for longer; the locks are let go with it. */
    private static void expireLeases(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            int leased = statement.executeUpdate(
                    "update bulk_ends set leased_until = leased_until - interval '1 minute' where worker is not null");
            assertThat(leased).isEqualTo(1);
        }
        database.commit();
    }

    /** The path of a new bulk end of the organization's runs. */
    private static String request(String organization, int expected, AdminView admin) {
        return admin.api()
                .post(BULK_ENDS, """
                        {"data": {"type": "bulk-ends", "attributes": {"filter": "filter[organization]=%s",
                         "end": "errored", "reason": "a restart", "expected-count": %d}}}""".formatted(organization, expected))
                .expect(201)
                .header("Location");
    }

    private static String state(String bulkEnd, AdminView admin) {
        return admin.api().get(bulkEnd).expect(200).text("/data/attributes/state");
    }

    private static int count(String outcome, String bulkEnd, AdminView admin) {
        return admin.api()
                .get(bulkEnd)
                .expect(200)
                .at("/data/attributes/counts/" + outcome)
                .intValue();
    }

    private static int ended(String organization, AdminView admin) {
        return admin.api()
                .get("/api/v2/admin/runs?filter[organization]=" + organization)
                .expect(200)
                .at("/meta/status-counts/errored")
                .intValue();
    }

    private static void assertEachEndedOnce(String organization, int runs, String bulkEnd, AdminView admin) {
        assertThat(count("ended", bulkEnd, admin)).isEqualTo(runs);
        assertThat(ended(organization, admin)).isEqualTo(runs);
        List<String> outcomes = exported("run", bulkEnd + "/outcomes/export?format=ndjson", admin);
        List<String> events = exported(
                "run-id",
                "/api/signalbox/v1/admin/audit-events/export?format=ndjson&filter[action]=run-forced-to-errored"
                        + "&filter[organization]=" + organization,
                admin);
        assertThat(outcomes).hasSize(runs).doesNotHaveDuplicates();
        assertThat(events).hasSize(runs).hasSameElementsAs(outcomes);
    }

    /** That member of each row of an export. */
    private static List<String> exported(String member, String path, AdminView admin) {
        JsonMapper json = new JsonMapper();
        return admin.api()
                .download(path)
                .expect(200)
                .bodyText()
                .lines()
                .map(line -> json.readTree(line).path(member).asString())
                .toList();
    }
}
