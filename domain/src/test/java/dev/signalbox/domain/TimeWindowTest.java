package dev.signalbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00.123Z");

    @Test
    void takesBothEndsIn() {
        TimeWindow window = new TimeWindow(Optional.of(NOON), Optional.of(NOON.plusMillis(2)));

        assertThat(window.holds(NOON.minusMillis(1))).isFalse();
        assertThat(window.holds(NOON)).isTrue();
        assertThat(window.holds(NOON.plusMillis(2))).isTrue();
        assertThat(window.holds(NOON.plusMillis(3))).isFalse();
    }

    @Test
    void takesInOfFinerBoundsWhatIsInsideThem() {
        TimeWindow window = new TimeWindow(
                Optional.of(NOON.plusNanos(1)), Optional.of(NOON.plusMillis(2).minusNanos(1)));

        assertThat(window.from()).contains(NOON.plusMillis(1));
        assertThat(window.to()).contains(NOON.plusMillis(1));
    }

    @Test
    void holdsNothingIfItEndsBeforeItBegins() {
        TimeWindow window = new TimeWindow(Optional.of(NOON), Optional.of(NOON.minusMillis(1)));

        assertThat(window.holds(NOON)).isFalse();
        assertThat(window.isUnbounded()).isFalse();
        assertThat(TimeWindow.UNBOUNDED.holds(NOON)).isTrue();
    }
}
