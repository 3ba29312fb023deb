package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From an administrator's POST to the moment at which nothing of a terraform that obeys INT is alive any more.
 *
 * <p>With {@code -Dsignalbox.forced.runs=50} it is the measurement of docs/measurements.md.
 */
@ExtendWith(SharedSignalbox.class)
class ProcessGoneIT {

    private static final int RUNS = Integer.getInteger("signalbox.forced.runs", 3);

    /** What the goal allows beside the grace. */
    private static final Duration NOTICE = Duration.ofSeconds(2);

    /** From so many runs on, one in twenty is at least one. */
    private static final boolean IS_MEASURED = RUNS >= 20;

    /** What a single one of few may take besides, while much else runs. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    /**
     * Seconds, by default; but where few must do, as many as there can be, and the POST follows a heartbeat at once: who
     * hears of it with the next one only comes later than any slack allows.
     */
    private static final int HEARTBEAT = IS_MEASURED ? 5 : 10;

    private final Signalbox signalbox;

    ProcessGoneIT(Signalbox signalbox) {
        this.signalbox = signalbox;
    }

    @Test
    void endsATerraformThatObeysTwoSecondsLaterThanItEndsAlone() throws IOException, InterruptedException {
        Random random = new Random(20);
        List<Duration> alone = new ArrayList<>();
        List<Duration> forced = new ArrayList<>();
        try (ObedientApply apply = new ObedientApply(signalbox, "obeys", HEARTBEAT)) {
            for (int run = 0; run < RUNS; run++) {
                alone.add(apply.alone(run));
                forced.add(apply.forced(Duration.ofMillis(IS_MEASURED ? random.nextInt(HEARTBEAT * 1000) : 0)));
            }
        }
        Duration grace = share(alone, 50);
        System.out.printf(
                "%d forced runs; INT to gone, alone: p50 %s, max %s;"
                        + " POST to gone: p50 %s, p95 %s, max %s; p95 - grace: %s%n",
                RUNS,
                seconds(grace),
                seconds(share(alone, 100)),
                seconds(share(forced, 50)),
                seconds(share(forced, 95)),
                seconds(share(forced, 100)),
                seconds(share(forced, 95).minus(grace)));

        assertThat(share(forced, 100)).isLessThan(grace.plus(NOTICE).plus(SLACK));
        if (IS_MEASURED) {
            assertThat(share(forced, 95)).isLessThanOrEqualTo(grace.plus(NOTICE));
        }
    }

    /** The time within which so many percent were done. */
    private static Duration share(List<Duration> times, int percent) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }

    private static String seconds(Duration time) {
        return String.format(java.util.Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }
}
