package dev.signalbox.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunOrdTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
    private static final long NUMBERS = 1L << 21;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-01-01T00:00:00Z",
                "1999-12-31T23:59:59.999Z",
                "2026-11-24T12:00:00.123Z",
                "2150-01-01T00:00:00.001Z"
            })
    void givesBackTheInstant(String instant) {
        assertThat(RunOrd.submittedAt(RunOrd.next(Instant.parse(instant), 5, OptionalLong.empty())))
                .isEqualTo(instant);
    }

    @Test
    void growsWithTheInstant() {
        assertThat(RunOrd.next(NOON.plusMillis(1), 0, OptionalLong.empty()))
                .isGreaterThan(RunOrd.next(NOON, NUMBERS - 1, OptionalLong.empty()));
    }

    @Test
    void growsWithTheNumberInOneMillisecond() {
        long newest = RunOrd.next(NOON, 5, OptionalLong.empty());

        assertThat(RunOrd.next(NOON, 6, OptionalLong.of(newest))).isGreaterThan(newest);
    }

    @Test
    void takesTheMillisecondOfTheNewestRunWhenTheClockStepsBack() {
        long newest = RunOrd.next(NOON, 5, OptionalLong.empty());
        long next = RunOrd.next(NOON.minusSeconds(3600), 6, OptionalLong.of(newest));

        assertThat(next).isGreaterThan(newest);
        assertThat(RunOrd.submittedAt(next)).isEqualTo(NOON);
    }

    @Test
    void takesOneMillisecondMoreWhenTheNumbersStartOver() {
        long newest = RunOrd.next(NOON, NUMBERS - 1, OptionalLong.empty());
        long next = RunOrd.next(NOON, NUMBERS, OptionalLong.of(newest));

        assertThat(next).isGreaterThan(newest);
        assertThat(RunOrd.submittedAt(next)).isEqualTo(NOON.plusMillis(1));
    }
}
