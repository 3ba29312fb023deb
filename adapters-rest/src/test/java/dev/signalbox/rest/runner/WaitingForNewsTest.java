package dev.signalbox.rest.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.run.Directive;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.Standing;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that wait, over a store that a test changes under them. */
@Timeout(20)
class WaitingForNewsTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Standing APPLYING = new Standing(RunStatus.APPLYING, Directive.CONTINUE);
    private static final Standing STOPPED = new Standing(RunStatus.ERRORED, Directive.STOP);

    private final RunId run = new RunId("run-2222222222222222");
    private final Map<RunId, Standing> standings = new ConcurrentHashMap<>(Map.of(run, APPLYING));
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private CountDownLatch looked = new CountDownLatch(1);
    private final RunnerNews news = new RunnerNews(this::look);

    private Map<RunId, Standing> look(Set<RunId> asked) {
        looks.incrementAndGet();
        looked.countDown();
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("as if the database was away");
        }
        Map<RunId, Standing> seen = new ConcurrentHashMap<>(standings);
        seen.keySet().retainAll(asked);
        return seen;
    }

    private CompletableFuture<Boolean> waiting(Duration most) {
        return CompletableFuture.supplyAsync(
                () -> news.await(run, APPLYING, most),
                task -> Thread.ofVirtual().start(task));
    }

    @AfterEach
    void stop() {
        news.stop();
    }

    @Test
    void hearsWhatHappenedBeforeItBeganToWait() {
        news.start();
        standings.put(run, STOPPED);

        assertThat(news.await(run, APPLYING, LONG)).isTrue();
    }

    @Test
    void hearsWhatHappensWhileItWaits() throws Exception {
        news.start();
        CompletableFuture<Boolean> heard = waiting(LONG);
        looked.await();
        assertThat(heard).isNotDone();

        standings.put(run, STOPPED);

        assertThat(heard.get()).isTrue();
    }

    @Test
    void hearsThatTheRunIsNoMore() {
        news.start();
        standings.clear();

        assertThat(news.await(run, APPLYING, LONG)).isTrue();
    }

    @Test
    void goesOnAfterALookThatFailed() {
        failures.set(2);
        news.start();
        standings.put(run, STOPPED);

        assertThat(news.await(run, APPLYING, LONG)).isTrue();
        assertThat(looks).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void waitsNoLongerThanItsTimeThoughNoLookSucceeds() {
        failures.set(Integer.MAX_VALUE);
        news.start();

        assertThat(news.await(run, APPLYING, Duration.ofSeconds(2))).isFalse();
    }

    @Test
    void looksForAllAtOnceAndNotWhenNobodyWaits() throws Exception {
        news.start();
        var waiting = IntStream.range(0, 500)
                .mapToObj(_ -> waiting(Duration.ofSeconds(2)))
                .toList();
        for (var one : waiting) {
            assertThat(one.get()).isFalse();
        }
        int afterwards = looks.get();

        assertThat(afterwards).as("looks for 500 who wait").isBetween(1, 20);
        news.look();
        assertThat(looks).as("nobody waits any more").hasValue(afterwards);
    }

    @Test
    void holdsNoShutdownUp() throws Exception {
        news.start();
        CompletableFuture<Boolean> heard = waiting(LONG);
        looked.await();

        news.stop();

        assertThat(heard.get()).isFalse();
        assertThat(news.await(run, APPLYING, LONG)).isFalse();
    }
}
