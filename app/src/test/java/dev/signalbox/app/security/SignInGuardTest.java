package dev.signalbox.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInGuardTest {

    private Instant now = Instant.parse("2026-11-01T12:00:00Z");

    private final SignInGuard guard = new SignInGuard(() -> now);

    @Test
    void letsAPersonMistypeFourTimes() {
        fail("ada", "10.0.0.1", 4);

        assertThat(guard.allows("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void letsThemWaitLongerAfterEveryFailure() {
        fail("ada", "10.0.0.1", 5);
        assertThat(guard.allows("ada", "10.0.0.1")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(guard.allows("ada", "10.0.0.1")).isTrue();

        fail("ada", "10.0.0.1", 1);
        pass(Duration.ofSeconds(1));
        assertThat(guard.allows("ada", "10.0.0.1")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(guard.allows("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void neverLetsThemWaitLongerThanFiveMinutes() {
        fail("ada", "10.0.0.1", 49);

        pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(guard.allows("ada", "10.0.0.1")).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(guard.allows("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void takesNamesIgnoringCase() {
        fail("ada", "10.0.0.1", 5);

        assertThat(guard.allows("ADA", "10.0.0.1")).isFalse();
    }

    @Test
    void doesNotLockAPersonOutForWhatAStrangerDoesElsewhere() {
        fail("ada", "10.0.0.1", 49);

        assertThat(guard.allows("ada", "10.0.0.2")).isTrue();
    }

    @Test
    void slowsDownAnAddressThatTriesManyNames() {
        IntStream.range(0, 50).forEach(number -> fail("name" + number, "10.0.0.1", 1));

        assertThat(guard.allows("ada", "10.0.0.1")).isFalse();
        assertThat(guard.allows("ada", "10.0.0.2")).isTrue();
    }

    @Test
    void forgetsFailuresOnceTheRightPasswordCame() {
        fail("ada", "10.0.0.1", 4);
        guard.succeeded("ada", "10.0.0.1");
        fail("ada", "10.0.0.1", 4);

        assertThat(guard.allows("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void forgetsFailuresAfterAnHour() {
        fail("ada", "10.0.0.1", 10);
        pass(Duration.ofHours(1));
        fail("ada", "10.0.0.1", 4);

        assertThat(guard.allows("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void forgetsTheOldestFirstWhenThereAreMany() {
        fail("ada", "10.0.0.1", 5);
        IntStream.range(0, 5_001).forEach(number -> fail("ada", "10.1.0." + number, 1));

        assertThat(guard.allows("ada", "10.0.0.1")).isTrue();
        assertThat(guard.allows("ada", "10.1.0.5000")).isTrue();
    }

    private void fail(String name, String address, int times) {
        IntStream.range(0, times).forEach(_ -> guard.failed(name, address));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
