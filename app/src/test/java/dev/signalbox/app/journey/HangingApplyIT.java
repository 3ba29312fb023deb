package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.rest.testing.Answer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An apply hangs; an administrator ends it, in the record and as a process. */
@ExtendWith(SharedSignalbox.class)
class HangingApplyIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Signalbox signalbox;
    private final AdminView admin;

    HangingApplyIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = new AdminView(signalbox);
    }

    @Test
    void endsARunWhoseProcessesIgnoreEverySignalTheyCan() throws IOException, InterruptedException, SQLException {
        try (TerraformProject project = StubbornApply.in(signalbox, "hangs")) {
            Pipeline hanging = project.run(List.of("--auto-approve"), "terraform", "apply", "-no-color");
            String run = AdminView.id(admin.awaitStatus(project, "applying", LIMIT));
            List<Long> stubborn = Await.until(LIMIT, () -> StubbornApply.pids(project), pids -> pids.size() == 2);
            Pipeline next = project.run(List.of(), "terraform", "apply", "-no-color");
            String nextRun = AdminView.id(admin.awaitRun(
                    project, LIMIT, newest -> !AdminView.id(newest).equals(run)));

            Answer forced = admin.api()
                    .post("/api/v2/admin/runs/" + run + "/actions/cancel", "{\"comment\": \"hangs since noon\"}")
                    .expect(200);
            assertThat(forced.text("/data/attributes/status")).isEqualTo("errored");

            // The wrapper's grace is 5 seconds; whatever ignores INT gets KILL then.
            assertThat(RunProcesses.of(run)).containsAll(stubborn);
            Instant lastAlive = lastAlive(run, Duration.ofSeconds(20));
            assertThat(RunProcesses.alive(stubborn)).isEmpty();
            assertThat(hanging.exitCode(LIMIT)).as(hanging.output()).isNotZero();

            JsonNode record = Await.until(
                    LIMIT, () -> admin.run(run), read -> AdminView.ending(read).equals("gone"));
            JsonNode ending = record.at("/data/attributes/signalbox-ending");
            assertThat(ending.path("gone-at").asString("")).isNotEmpty();
            assertThat(ending.path("signal").isString()
                            || ending.path("exit-code").isInt())
                    .as("how it ended: %s", ending)
                    .isTrue();
            assertThat(AdminView.status(record)).isEqualTo("errored");
            assertThat(AdminView.phase(record, "plans")).isEqualTo("finished");
            assertThat(AdminView.phase(record, "applies")).isEqualTo("errored");
            assertThat(AdminView.timestamps(record).has("errored-at")).isTrue();

            assertThat(audit(run))
                    .containsExactly("journey-site-admin run-forced-to-errored applying errored hangs since noon");

            JsonNode started = admin.awaitRun(
                    project,
                    LIMIT,
                    newest -> AdminView.id(newest).equals(nextRun)
                            && AdminView.timestamps(newest).has("planning-at"));
            Instant nextPlanning = java.time.OffsetDateTime.parse(
                            AdminView.timestamps(started).path("planning-at").asString())
                    .toInstant();
            // Timestamps on the wire are whole seconds.
            assertThat(nextPlanning.plusSeconds(1)).isAfter(lastAlive);
            next.terminate();
            next.exitCode(LIMIT);
        }
    }

    /** Waits until nothing of a run is alive, and returns when something last was. */
    private static Instant lastAlive(String run, Duration limit) throws InterruptedException {
        AtomicReference<Instant> alive = new AtomicReference<>(Instant.now());
        Await.until(
                limit,
                () -> {
                    Instant looking = Instant.now();
                    List<Long> found = RunProcesses.of(run);
                    if (!found.isEmpty()) {
                        alive.set(looking);
                    }
                    return found;
                },
                List::isEmpty);
        return alive.get();
    }

    /** Who did what to the run, from which status to which, and why. */
    private List<String> audit(String run) throws SQLException {
        try (Connection database = signalbox.database();
                PreparedStatement query = database.prepareStatement("""
                        select concat_ws(' ', actor_name, action, from_status, to_status, reason) from audit_events
                        where run_id = ? and action <> 'run-submitted' and at > now() - interval '5 minutes'""")) {
            query.setString(1, run);
            List<String> events = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    events.add(rows.getString(1));
                }
            }
            return events;
        }
    }
}
