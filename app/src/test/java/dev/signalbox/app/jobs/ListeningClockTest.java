package dev.signalbox.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListeningClockTest {

    private final SettableClock time = new SettableClock();
    private long nanoseconds = Long.MAX_VALUE - 1;
    private final ListeningClock clock = new ListeningClock(time, () -> nanoseconds);
    private final Instant start = time.instant();

    private Instant pass(Duration passed) {
        nanoseconds += passed.toNanos();
        return time.advance(passed);
    }

    @Test
    void listensSinceTheStartAsLongAsLooksSucceed() {
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(15));
            clock.look();
        }

        assertThat(clock.since()).isEqualTo(start);
    }

    @Test
    void hasHeardNothingBeforeNowWhileLooksFailAndBeginsAnewAfterwards() {
        Instant late = pass(Duration.ofSeconds(16));
        assertThat(clock.since()).isEqualTo(late);

        Instant later = pass(Duration.ofMinutes(3));
        assertThat(clock.since()).isEqualTo(later);
        clock.look();
        pass(Duration.ofSeconds(5));

        assertThat(clock.since()).isEqualTo(later);
        assertThat(clock.steadySince()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void beginsAnewWhenTheClockIsSetBack() {
        time.set(start.minusSeconds(3600));
        clock.look();

        assertThat(clock.since()).isEqualTo(start.minusSeconds(3600));
    }

    @Test
    void knowsAStepOfTheClockFromATimeWithoutLooks() {
        pass(Duration.ofSeconds(5));
        Instant stepped = time.advance(Duration.ofMinutes(16));
        assertThat(clock.steadySince()).isEqualTo(stepped);

        Instant looked = pass(Duration.ofSeconds(1));
        clock.look();
        pass(Duration.ofMinutes(20));
        clock.look();

        assertThat(clock.steadySince()).isEqualTo(looked);
    }
}
