package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.persistence.testing.JooqStore;
import dev.signalbox.persistence.testing.TestDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After the same random sequence of acts the database and the memory say the same of everything. */
class RandomRunsIT {

    private static final int ACTS = 500;
    private static final int QUESTIONS = 120;
    private static final List<String> WORDS =
            List.of("net", "acme", "beta/", "STOR", "_", "ops@", "none", "1", "run-111");

    private final DSLContext dsl = TestDatabase.emptied();
    private final Store database = JooqStore.over(dsl);
    private final Store memory = Store.inMemory();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void saysWhatTheMemorySays(long seed) {
        Random random = new Random(seed);
        RandomActs acts = new RandomActs(random, List.of(memory, database));
        for (int i = 0; i < ACTS; i++) {
            acts.next();
        }

        acts.runs().forEach(run -> assertSame(run, acts.now()));
        acts.workspaces().forEach(this::assertSame);
        for (int i = 0; i < QUESTIONS; i++) {
            RunQuery query = question(random, acts);
            assertThat(database.overviews().list(query))
                    .as(query.toString())
                    .isEqualTo(memory.overviews().list(query));
        }
        assertCountersFitTheRuns();
    }

    private void assertSame(RunId id, Instant now) {
        RunInWorkspace kept = database.runs().find(id).orElseThrow();
        RunInWorkspace expected = memory.runs().find(id).orElseThrow();

        assertThat(kept.run()).isEqualTo(expected.run());
        assertThat(kept.workspace()).isEqualTo(expected.workspace());
        assertThat(kept.lastHeardAt()).isEqualTo(expected.lastHeardAt());
        assertThat(kept.blocker(now)).isEqualTo(expected.blocker(now));
    }

    private void assertSame(WorkspaceId id) {
        PageRequest page = new PageRequest(2, 7);

        assertThat(database.runs().openEndings(id)).isEqualTo(memory.runs().openEndings(id));
        assertThat(database.runs().ofWorkspace(id, new WorkspaceRunQuery(page)).totalCount())
                .isEqualTo(memory.runs()
                        .ofWorkspace(id, new WorkspaceRunQuery(page))
                        .totalCount());
        assertThat(database.runs().ofWorkspace(id, new WorkspaceRunQuery(page)).items())
                .extracting(RunInWorkspace::run)
                .isEqualTo(memory.runs().ofWorkspace(id, new WorkspaceRunQuery(page)).items().stream()
                        .map(RunInWorkspace::run)
                        .toList());
    }

    private static RunQuery question(Random random, RandomActs acts) {
        List<RunId> runs = acts.runs();
        String q = random.ints(random.nextInt(3), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" "));
        if (random.nextInt(4) == 0) {
            String id = runs.get(random.nextInt(runs.size())).value();
            q += " " + id.substring(0, random.nextInt(7, id.length() + 1));
        }
        Optional<Set<RunStatus>> statuses = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(Arrays.stream(RunStatus.values())
                        .filter(_ -> random.nextInt(4) == 0)
                        .collect(Collectors.toSet()));
        PageRequest page = new PageRequest(random.nextLong(1, 5), random.nextInt(1, 40));
        RunFilter filter = new RunFilter(
                RunSearch.parse(q),
                window(random, acts.now()),
                anyOf(random, "acme", "BETA", "none"),
                anyOf(random, "network", "Storage"),
                statuses);
        return new RunQuery(filter, RunOrder.values()[random.nextInt(2)], page);
    }

    private static TimeWindow window(Random random, Instant now) {
        if (random.nextBoolean()) {
            return TimeWindow.UNBOUNDED;
        }
        Optional<Instant> to =
                random.nextBoolean() ? Optional.empty() : Optional.of(now.minusMillis(random.nextLong(300)));
        return new TimeWindow(Optional.of(now.minusMillis(random.nextLong(1, 500))), to);
    }

    private static Optional<String> anyOf(Random random, String... texts) {
        return random.nextInt(3) > 0 ? Optional.empty() : Optional.of(texts[random.nextInt(texts.length)]);
    }

    private void assertCountersFitTheRuns() {
        Map<RunStatus, Long> ended = new EnumMap<>(RunStatus.class);
        for (RunStatus status : RunStatus.values()) {
            if (status.isFinal()) {
                ended.put(status, (long) dsl.fetchCount(RUNS, RUNS.STATUS.eq(status.wireName())));
            }
        }
        Map<RunStatus, Long> counters = new EnumMap<>(RunStatus.class);
        for (RunStatus status : RunStatus.values()) {
            StatusColumns.counter(status)
                    .ifPresent(counter -> counters.put(
                            status,
                            dsl.fetchStream(WORKSPACES)
                                    .mapToLong(row -> row.get(counter))
                                    .sum()));
        }
        assertThat(counters).isEqualTo(ended).hasSize(5);
    }
}
