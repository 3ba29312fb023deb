package dev.signalbox.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.ChosenSettings;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.run.Submission;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.persistence.access.JooqApiTokens;
import dev.signalbox.persistence.settings.JooqChosenSettings;
import dev.signalbox.persistence.testing.JooqStore;
import dev.signalbox.persistence.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.Test;

/** What the heartbeats of many runs do to the database. */
class HeartbeatBatchesIT {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final class Counter implements ExecuteListener {
        private static final long serialVersionUID = 1;

        @Override
        public void executeStart(ExecuteContext context) {
            statements.incrementAndGet();
        }
    }

    private final AtomicInteger statements = new AtomicInteger();
    private final DSLContext dsl = TestDatabase.emptied();
    private final DSLContext counted = dsl.configuration().derive(new Counter()).dsl();
    private final Store store = JooqStore.over(dsl);
    private final List<RunId> runs = new ArrayList<>();

    /** So long that all that is asked during it waits for its end. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Runs gathering = new JooqRuns(counted, LONG);
    private final ApiTokens tokens = new JooqApiTokens(counted, LONG);
    private final ChosenSettings settings = new JooqChosenSettings(counted, LONG);

    private void submit(int count) {
        RandomActs acts = new RandomActs(new Random(7), List.of(store));
        for (int i = 0; i < 2000 && runs.size() < count; i++) {
            acts.next();
            runs.clear();
            dsl.fetch("select external_id from runs order by ord")
                    .forEach(row -> runs.add(new RunId(row.get(0, String.class))));
        }
        dsl.execute("delete from run_heartbeats");
    }

    private static Heartbeat heartbeat(int second, String host) {
        return new Heartbeat(
                NOON.plusSeconds(second),
                Optional.of(NOON),
                Optional.of((long) second),
                new RunnerProcess(
                        Optional.of(host), Optional.of(7), Optional.of(2), Optional.of(List.of(7, 8 + second % 5))),
                List.of("line " + second));
    }

    private CompletableFuture<Void> beat(Runs port, RunId run, Heartbeat heartbeat) {
        return CompletableFuture.runAsync(
                () -> assertThat(port.beat(run, _ -> Optional.of(heartbeat))).isPresent(), THREADS);
    }

    @Test
    void takesTwoStatementsForAllThatComeWithinThePause() {
        submit(100);
        gathering.beat(runs.getFirst(), _ -> Optional.empty());
        statements.set(0);

        CompletableFuture.allOf(runs.stream()
                        .map(run -> beat(gathering, run, heartbeat(1, "build-1")))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(statements).hasValue(2);
        assertThat(runs)
                .allSatisfy(run -> assertThat(gathering.lastHeartbeat(run)).contains(heartbeat(1, "build-1")));
    }

    @Test
    void takesOneStatementEachForTheirTokensTheUseOfThoseAndTheirSettings() {
        submit(100);
        WorkspaceId workspace =
                gathering.find(runs.getFirst()).orElseThrow().workspace().id();
        Consumer<Integer> look = n -> tokens.findAmongMany("%064x".formatted(n));
        Consumer<Integer> use = _ -> tokens.used(new ApiTokenId("at-1111111111111111"), NOON, NOON);
        Consumer<Integer> tell = _ -> settings.inForce(workspace);
        List<Consumer<Integer>> all = List.of(look, use, tell);
        all.forEach(one -> one.accept(0));
        statements.set(0);

        CompletableFuture.allOf(all.stream()
                        .flatMap(one -> IntStream.range(0, 100)
                                .mapToObj(n -> CompletableFuture.runAsync(() -> one.accept(n), THREADS)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(statements).hasValue(all.size());
    }

    @Test
    void keepsTheLaterOfTwoOfARunInOneBatch() throws InterruptedException {
        submit(1);
        RunId run = runs.getFirst();
        gathering.beat(run, _ -> Optional.empty());

        Thread first = Thread.ofVirtual().start(() -> gathering.beat(run, _ -> Optional.of(heartbeat(9, "build-1"))));
        awaitWaiting(first);
        beat(gathering, run, Heartbeat.at(NOON.plusSeconds(4))).join();
        first.join();

        assertThat(gathering.lastHeartbeat(run))
                .contains(Heartbeat.at(NOON.plusSeconds(4)).after(heartbeat(9, "build-1")));
    }

    /** What it asks for has then been gathered: it waits for nothing before. */
    private static void awaitWaiting(Thread thread) throws InterruptedException {
        for (int i = 0; i < 3000 && thread.getState() != Thread.State.WAITING; i++) {
            Thread.sleep(10);
        }
        assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
    }

    @Test
    void refusesOneThatTheDatabaseCannotKeepAndKeepsTheOthers() {
        submit(3);
        gathering.beat(runs.getFirst(), _ -> Optional.empty());

        Heartbeat unkeepable =
                new Heartbeat(NOON, Optional.empty(), Optional.empty(), RunnerProcess.UNKNOWN, List.of("no\u0000text"));
        CompletableFuture<Void> bad = beat(gathering, runs.getFirst(), unkeepable);
        Stream.of(beat(gathering, runs.get(1), heartbeat(1, "a")), beat(gathering, runs.get(2), heartbeat(1, "b")))
                .forEach(CompletableFuture::join);

        assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class);
        assertThat(gathering.lastHeartbeat(runs.getFirst())).isEmpty();
        assertThat(gathering.lastHeartbeat(runs.get(2))).contains(heartbeat(1, "b"));
    }

    @Test
    void refusesOneWhoseRowMakesNoRunAndKeepsTheOthers() {
        submit(2);
        gathering.beat(runs.getFirst(), _ -> Optional.empty());
        dsl.execute(
                "update runs set message = ? where external_id = ?",
                "x".repeat(Submission.MAX_MESSAGE_LENGTH + 1),
                runs.getFirst().value());

        CompletableFuture<Void> bad = beat(gathering, runs.getFirst(), heartbeat(1, "a"));
        beat(gathering, runs.getLast(), heartbeat(1, "b")).join();

        assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class);
        assertThat(gathering.lastHeartbeat(runs.getLast())).contains(heartbeat(1, "b"));
    }

    @Test
    void refusesEachWhenNothingCanBeKept() {
        submit(3);
        gathering.beat(runs.getFirst(), _ -> Optional.empty());
        dsl.execute("alter table run_heartbeats rename to run_heartbeats_away");
        try {
            List<CompletableFuture<Void>> all = runs.stream()
                    .map(run -> beat(gathering, run, heartbeat(1, "a")))
                    .toList();
            assertThat(all).allSatisfy(one -> assertThatThrownBy(one::join).isInstanceOf(CompletionException.class));
        } finally {
            dsl.execute("alter table run_heartbeats_away rename to run_heartbeats");
        }
    }

    @Test
    void growsNoTable() throws InterruptedException {
        submit(200);
        beatAll(0, 20);
        long before = size();
        beatAll(20, 200);

        assertThat(size()).isLessThan(before + before / 4);
        awaitStatistics();
        assertThat(dsl.fetchValue("""
                        select n_tup_hot_upd > 0.9 * n_tup_upd from pg_stat_user_tables
                        where relname = 'run_heartbeats'""")).isEqualTo(true);
    }

    /** As seldom as autovacuum would come in earnest: it is pruning within the pages that has to do. */
    private void beatAll(int from, int to) {
        Runs quick = new JooqRuns(dsl, Duration.ofMillis(5));
        IntStream.range(from, to)
                .forEach(round -> CompletableFuture.allOf(runs.stream()
                                .map(run -> beat(quick, run, heartbeat(round, "build-" + round % 7)))
                                .toArray(CompletableFuture[]::new))
                        .join());
    }

    /** A connection tells what it changed at the end of a later transaction, and not at once. */
    private void awaitStatistics() throws InterruptedException {
        for (int i = 0; i < 100 && !told(); i++) {
            Thread.sleep(100);
        }
        assertThat(told()).isTrue();
    }

    private boolean told() {
        return Boolean.TRUE.equals(
                dsl.fetchValue("select n_tup_upd > 20000 from pg_stat_user_tables where relname = 'run_heartbeats'"));
    }

    private long size() {
        return dsl.fetchSingle("select sum(pg_total_relation_size(relid)) from pg_stat_user_tables")
                .get(0, Long.class);
    }
}
