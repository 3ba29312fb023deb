package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A benchmark and no test of the gate: what the heartbeats of many running runs cost the database. {@code
 * docs/measurements.md} has the command and what came of it.
 */
class HeartbeatCost {

    private static final int RUNS = Integer.getInteger("runs", 2000);

    /** The wrapper's own. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final int WARM_UP = Integer.getInteger("warm-up", 8);

    private static final int INTERVALS = Integer.getInteger("intervals", 30);

    /** Wins over what a journey starts with: half a gigabyte, and compiled for a quick start. */
    private static final Map<String, String> AS_IN_EARNEST = Map.of("_JAVA_OPTIONS", "-Xmx1g -XX:TieredStopAtLevel=4");

    /** While no heartbeats come, none of the runs is to count as lost: that is another piece of work. */
    private static final String PATIENT = """
            {"data": {"type": "settings", "id": "installation", "attributes": {"heartbeat-lost-seconds": 86400}}}""";

    @Test
    void staysBelowFivePercentOfACore() throws Exception {
        try (Signalbox signalbox = Signalbox.start(AS_IN_EARNEST)) {
            long postmaster = postmaster(signalbox);
            signalbox
                    .as("site-admin")
                    .patch("/api/signalbox/v1/admin/settings", PATIENT)
                    .expect(200);
            BeatingRuns runs = new BeatingRuns(signalbox, RUNS, INTERVAL);
            runs.beat(1, INTERVAL, false);
            PostgresCost atRest = PostgresCost.of(signalbox, postmaster);
            Thread.sleep(INTERVAL.multipliedBy(INTERVALS / 2));
            PostgresCost rested = PostgresCost.of(signalbox, postmaster);
            double idle = told("no heartbeats", atRest, rested);
            double bare = measured(signalbox, postmaster, runs, false);
            double shared = measured(signalbox, postmaster, runs, true);
            assertThat(bare - idle).isLessThan(5);
            assertThat(shared - idle).isLessThan(5);
        }
    }

    private static double measured(Signalbox signalbox, long postmaster, BeatingRuns runs, boolean withLines)
            throws Exception {
        runs.beat(WARM_UP, INTERVAL, withLines);
        runs.outcome();
        PostgresCost before = PostgresCost.of(signalbox, postmaster);
        runs.beat(INTERVALS, INTERVAL, withLines);
        PostgresCost after = PostgresCost.of(signalbox, postmaster);
        System.out.println(runs.outcome());
        return told(withLines ? "with last lines" : "without last lines", before, after);
    }

    private static double told(String what, PostgresCost before, PostgresCost after) {
        double percent = after.percentOfACoreSince(before);
        System.out.printf(
                Locale.ROOT,
                "%n%s: %.2f %% of a core over %.0f s, WAL %.1f kB/s%n",
                what,
                percent,
                after.secondsSince(before),
                (after.wal() - before.wal()) / after.secondsSince(before) / 1000);
        after.tables().forEach((name, now) -> {
            PostgresCost.TableUse then = before.tables().getOrDefault(name, now);
            System.out.printf(
                    Locale.ROOT,
                    "  %s: %d kB, before %d kB; %d updates, %d of them HOT; %d dead%n",
                    name,
                    now.bytes() / 1024,
                    then.bytes() / 1024,
                    now.updates() - then.updates(),
                    now.hotUpdates() - then.hotUpdates(),
                    now.dead());
        });
        after.statements().forEach(statement -> System.out.println("  " + statement));
        return percent;
    }

    private static long postmaster(Signalbox signalbox) throws Exception {
        try (var database = signalbox.database();
                var row = database.createStatement().executeQuery("""
                        select split_part(pg_read_file('postmaster.pid'), chr(10), 1)""")) {
            row.next();
            return row.getLong(1);
        }
    }
}
