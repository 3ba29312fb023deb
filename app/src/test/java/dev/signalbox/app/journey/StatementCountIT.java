package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Api;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much a list costs the database, counted by the database itself. */
@ExtendWith(SharedSignalbox.class)
class StatementCountIT {

    private static final String LIST = "/api/v2/admin/runs?include=workspace,workspace.organization&page[size]=";

    /** So many of each that no job of the server runs as often meanwhile. */
    private static final int REQUESTS = 20;

    private final Signalbox signalbox;
    private final Api admin;

    StatementCountIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = signalbox.as("site-admin");
    }

    @Test
    void takesAsManyStatementsForAHundredRunsAsForOneAndAtMostSix() throws SQLException {
        for (int i = 0; i < 100; i++) {
            ScriptedRun.submit(admin, ScriptedRun.workspace(admin, "statements-" + i % 7, "w-" + System.nanoTime()));
        }
        // The token's last use is written once a minute: this request may, those that are counted will not.
        admin.get(LIST + 1).expect(200);
        long one = statementsOf(LIST + 1, 1);
        long hundred = statementsOf(LIST + 100, 100);
        assertThat(hundred).isEqualTo(one).isBetween(1L, 6L);
    }

    /** Whatever each of them asked for by itself would be asked for four hundred times, however slow the machine. */
    @Test
    void takesFarFewerStatementsThanThereAreHeartbeatsAtOnce() throws Exception {
        BeatingRuns runs = new BeatingRuns(signalbox, 20, Duration.ZERO);
        try (Connection database = signalbox.database();
                Statement statement = database.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
            runs.beat(20, Duration.ofMillis(1), true);
            runs.awaitAnswers();
            assertThat(runs.outcome()).startsWith("400 heartbeats taken, 0 not");
            try (ResultSet row = statement.executeQuery("""
                    select calls, query from pg_stat_statements
                    where userid = (select oid from pg_roles where rolname = 'signalbox') and query not like 'BEGIN%'
                    order by calls desc limit 1""")) {
                row.next();
                assertThat(row.getLong(1)).as(row.getString(2)).isLessThan(200);
            }
        }
    }

    private long statementsOf(String path, int runs) throws SQLException {
        try (Connection database = signalbox.database();
                Statement statement = database.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(admin.get(path).expect(200).ids()).hasSize(runs);
            }
            // Those of the application alone: this test asks as another role. The server's jobs run beside the
            // requests, but seldom: what ran less than once per request divides to zero.
            try (ResultSet row = statement.executeQuery("""
                    select coalesce(sum(calls / %d), 0) from pg_stat_statements
                    where userid = (select oid from pg_roles where rolname = 'signalbox')""".formatted(REQUESTS))) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
