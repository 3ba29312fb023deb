package dev.signalbox.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.journey.Signalbox;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A thousand runs that are slow and healthy, and twenty of each of ten kinds that hang, through the doors that runners
 * use, with shortened limits. In the midst of it the server is restarted and the runners' network cut. What must be
 * found is known from the scripts alone.
 *
 * <p>{@code -Dsignalbox.simulation.seed=N} plays another one.
 */
@Isolated("on a machine that is busy with others, the times that it promises do not hold")
class AttentionSimulationIT {

    /** Healthy runs keep farther away from every limit than this machine may delay them. */
    private static final Duration LATE = Duration.ofSeconds(2);

    /** A machine that was too busy proves nothing; it is asked once more. */
    @Test
    void findsEveryRunThatHangsInTimeAndNoneThatIsHealthy() throws IOException, InterruptedException {
        Duration lateness = play();
        if (lateness.compareTo(LATE) >= 0) {
            lateness = play();
        }
        assertThat(lateness).as("inconclusive, this machine was too busy twice").isLessThan(LATE);
    }

    /** Fails if it finds what it should not; returns how late it was itself, and has proved nothing if that is too much. */
    private static Duration play() throws IOException, InterruptedException {
        long seed = Long.getLong("signalbox.simulation.seed", 1);
        int percent = Integer.getInteger("signalbox.simulation.percent", 20);
        try (Watch watch = new Watch();
                Signalbox signalbox = Signalbox.start(watch.environment());
                Network network = new Network(signalbox.url())) {
            Simulation simulation = new Simulation(signalbox, network, watch, new Simulation.Cast(seed, percent));
            Verdict verdict = simulation.play(signalbox, network);

            System.out.println("signalbox.simulation.seed=" + seed + ": " + simulation + "; " + verdict);
            if (simulation.lateness().compareTo(LATE) >= 0) {
                return simulation.lateness();
            }
            assertThat(simulation.away())
                    .as("inconclusive, the server was not away for long enough")
                    .isGreaterThan(Limits.LOST);
            assertThat(simulation.problems()).as("seed %d", seed).isEmpty();
            assertThat(verdict.wrong()).as("seed %d", seed).isEmpty();
            return simulation.lateness();
        }
    }
}
