package dev.signalbox.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInGuardTest {

    private Instant now = Instant.parse("2026-11-01T12:00:00Z");

    private final SignInGuard guard = new SignInGuard(() -> now);

    @Test
    void letsAPersonMistypeFourTimes() {
        fail("ada", "10.0.0.1", 4);

        assertThat(guard.admits("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void letsThemWaitLongerAfterEveryFailure() {
        fail("ada", "10.0.0.1", 5);
        assertThat(guard.admits("ada", "10.0.0.1")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(guard.admits("ada", "10.0.0.1")).isTrue();

        pass(Duration.ofSeconds(1));
        assertThat(guard.admits("ada", "10.0.0.1")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(guard.admits("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void neverLetsThemWaitLongerThanFiveMinutes() {
        fail("ada", "10.0.0.1", 49);

        pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(guard.admits("ada", "10.0.0.1")).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(guard.admits("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void takesNamesIgnoringCase() {
        fail("ada", "10.0.0.1", 5);

        assertThat(guard.admits("ADA", "10.0.0.1")).isFalse();
    }

    @Test
    void takesTheAddressesOfOneIpv6NetworkForOne() {
        IntStream.range(0, 5).forEach(i -> fail("ada", "2001:db8:0:1::" + i, 1));

        assertThat(guard.admits("ada", "2001:db8:0:1:ffff::9")).isFalse();
        assertThat(guard.admits("ada", "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void doesNotLockAPersonOutForWhatAStrangerDoesElsewhere() {
        fail("ada", "10.0.0.1", 49);

        assertThat(guard.admits("ada", "10.0.0.2")).isTrue();
    }

    @Test
    void slowsDownAnAddressThatTriesManyNames() {
        IntStream.range(0, 50).forEach(number -> fail("name" + number, "10.0.0.1", 1));

        assertThat(guard.admits("ada", "10.0.0.1")).isFalse();
        assertThat(guard.admits("ada", "10.0.0.2")).isTrue();
    }

    @Test
    void forgetsFailuresOnceTheRightPasswordCame() {
        fail("ada", "10.0.0.1", 4);
        guard.succeeded("ada", "10.0.0.1");
        fail("ada", "10.0.0.1", 4);

        assertThat(guard.admits("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void forgetsFailuresAfterAnHour() {
        fail("ada", "10.0.0.1", 10);
        pass(Duration.ofHours(1));
        fail("ada", "10.0.0.1", 4);

        assertThat(guard.admits("ada", "10.0.0.1")).isTrue();
    }

    @Test
    void forgetsTheOldestFirstWhenThereAreMany() {
        fail("ada", "10.0.0.1", 5);
        IntStream.range(0, 5_001).forEach(number -> fail("ada", "10.1.0." + number, 1));

        assertThat(guard.admits("ada", "10.0.0.1")).isTrue();
        assertThat(guard.admits("ada", "10.1.0.5000")).isTrue();
    }

    @Test
    void admitsNoMoreAtOnceThanOneAfterTheOther() throws Exception {
        var begin = new CountDownLatch(1);
        var admitted = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 200; number++) {
                threads.submit(() -> {
                    begin.await();
                    return guard.admits("ada", "10.0.0.1") ? admitted.incrementAndGet() : 0;
                });
            }
            begin.countDown();
        }

        assertThat(admitted).hasValue(5);
    }

    @Test
    void countsNoSuccessAgainstItsAddress() {
        IntStream.range(0, 49).forEach(number -> fail("name" + number, "10.0.0.1", 1));
        for (int number = 0; number < 100; number++) {
            assertThat(guard.admits("ada", "10.0.0.1")).isTrue();
            guard.succeeded("ada", "10.0.0.1");
        }

        assertThat(guard.admits("ada", "10.0.0.1")).isTrue();
        assertThat(guard.admits("ada", "10.0.0.1")).isFalse();
    }

    /** Waits before each try for as long as it must. */
    private void fail(String name, String address, int times) {
        for (int time = 0; time < times; time++) {
            while (!guard.admits(name, address)) {
                pass(Duration.ofSeconds(1));
            }
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
