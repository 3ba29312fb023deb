package dev.signalbox.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListeningClockTest {

    private final SettableClock time = new SettableClock();
    private final ListeningClock clock = new ListeningClock(time);
    private final Instant start = time.instant();

    @Test
    void listensSinceTheStartAsLongAsLooksSucceed() {
        for (int i = 0; i < 10; i++) {
            time.advance(Duration.ofSeconds(15));
            clock.look();
        }

        assertThat(clock.since()).isEqualTo(start);
    }

    @Test
    void hasHeardNothingBeforeNowWhileLooksFailAndBeginsAnewAfterwards() {
        Instant late = time.advance(Duration.ofSeconds(16));
        assertThat(clock.since()).isEqualTo(late);

        Instant later = time.advance(Duration.ofMinutes(3));
        assertThat(clock.since()).isEqualTo(later);
        clock.look();
        time.advance(Duration.ofSeconds(5));

        assertThat(clock.since()).isEqualTo(later);
    }

    @Test
    void beginsAnewWhenTheClockIsSetBack() {
        time.set(start.minusSeconds(3600));
        clock.look();

        assertThat(clock.since()).isEqualTo(start.minusSeconds(3600));
    }
}
