package dev.signalbox.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunPosition;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.run.StatusGroup;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;
import dev.signalbox.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read takes one statement, however much of it there is. */
class StatementsIT {

    private static final class Counter implements ExecuteListener {
        private static final long serialVersionUID = 1;
        private final AtomicInteger statements = new AtomicInteger();

        @Override
        public void executeStart(ExecuteContext context) {
            statements.incrementAndGet();
        }
    }

    private final DSLContext dsl = TestDatabase.emptied();
    private final Counter counter = new Counter();
    private final Store store =
            JooqStore.over(dsl.configuration().derive(counter).dsl());
    private final RandomActs acts = new RandomActs(new Random(4), List.of(JooqStore.over(dsl)));

    @BeforeEach
    void fill() {
        for (int i = 0; i < 60; i++) {
            acts.next();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "net", "run-111", "acme run-111"})
    void aListOfAllRunsTakesOne(String q) {
        for (int size : new int[] {1, 100}) {
            store.overviews().list(new RunQuery(RunSearch.parse(q), Optional.empty(), new PageRequest(1, size)));
        }

        assertThat(counter.statements).hasValue(2);
    }

    @Test
    void aListOfRunsOfATimeAndAPlaceTakesOne() {
        TimeWindow window = new TimeWindow(Optional.of(acts.now().minusSeconds(1)), Optional.of(acts.now()));
        RunFilter filter = new RunFilter(
                RunSearch.parse("acme run-111"),
                window,
                Optional.of("acme"),
                Optional.of("network"),
                Optional.of(StatusGroup.NON_FINAL.statuses()));
        for (int size : new int[] {1, 100}) {
            store.overviews().list(new RunQuery(filter, RunOrder.OLDEST_FIRST, new PageRequest(1, size)));
        }

        assertThat(counter.statements).hasValue(2);
    }

    @Test
    void aBatchOfAllRunsTakesOne() {
        store.overviews()
                .batch(
                        RunFilter.of(RunSearch.parse("acme run-111"), Optional.empty()),
                        RunOrder.NEWEST_FIRST,
                        Optional.of(new RunPosition(acts.now(), 0)),
                        100);

        assertThat(counter.statements).hasValue(1);
    }

    @Test
    void aListOfTheRunsOfAWorkspaceTakesOne() {
        for (int size : new int[] {1, 100}) {
            store.runs().ofWorkspace(acts.workspaces().getFirst(), new WorkspaceRunQuery(new PageRequest(1, size)));
        }

        assertThat(counter.statements).hasValue(2);
    }

    @Test
    void aRunWhereItStandsTakesOne() {
        store.runs().find(acts.runs().getFirst());

        assertThat(counter.statements).hasValue(1);
    }
}
