package dev.signalbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortDurationTest {

    @ParameterizedTest
    @CsvSource({
        "-PT5S, 0 s",
        "PT0.9S, 0 s",
        "PT59S, 59 s",
        "PT60S, 1 min",
        "PT59M59S, 59 min",
        "PT60M, 1 h",
        "PT2H5M, 2 h 5 min",
        "PT23H59M, 23 h 59 min",
        "PT24H, 1 d",
        "PT76H, 3 d 4 h"
    })
    void isReadAtAGlance(Duration duration, String text) {
        assertThat(ShortDuration.of(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT30S, 30 s",
        "PT119S, 1 min 59 s",
        "PT15M, 15 min",
        "PT2H, 2 h",
        "PT1H1S, 1 h 1 s",
        "P1DT1M, 1 d 1 min",
        "P29DT23H59M59S, 29 d 23 h 59 min 59 s"
    })
    void isToldToTheSecond(Duration duration, String text) {
        assertThat(ShortDuration.inFull(duration)).isEqualTo(text);
    }
}
