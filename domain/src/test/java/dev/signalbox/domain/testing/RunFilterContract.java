package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.RunOverviews.ActiveRuns;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusCounts;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of all runs by time, by place and from its other end. */
public abstract class RunFilterContract extends StoreContract {

    private static final RunFilter ALL_RUNS = RunFilter.of(Optional.empty(), Optional.empty());

    @Test
    void takesBothEndsOfAWindowIn() {
        Workspace workspace = workspace("acme", "network");
        keep(aRun(workspace).submittedAt(NOON.minusMillis(1)).in(RunStatus.APPLIED));
        Run first = keep(aRun(workspace).submittedAt(NOON).in(RunStatus.PENDING));
        Run second = keep(aRun(workspace).submittedAt(NOON).in(RunStatus.APPLIED));
        Run last = keep(aRun(workspace).submittedAt(NOON.plusMillis(5)).in(RunStatus.ERRORED));
        keep(aRun(workspace).submittedAt(NOON.plusMillis(6)).in(RunStatus.PENDING));

        RunOverview overview = list(within(ALL_RUNS, NOON, NOON.plusMillis(5)));

        assertThat(runs(overview)).containsExactly(last, second, first);
        assertThat(overview.counts())
                .isEqualTo(
                        new StatusCounts(Map.of(RunStatus.PENDING, 1L, RunStatus.APPLIED, 1L, RunStatus.ERRORED, 1L)));
        assertThat(overview.page().totalCount()).isEqualTo(3);
    }

    @Test
    void countsWhatHasNotEndedBeyondTheRunsThatItTells() {
        Workspace network = workspace("acme", "network");
        Workspace storage = workspace("globex", "storage");
        Run pending = keep(aRun(network).submittedAt(NOON).in(RunStatus.PENDING));
        Run planned = keep(aRun(network).submittedAt(NOON).in(RunStatus.PLANNED));
        Run applying = keep(aRun(storage).submittedAt(NOON).in(RunStatus.APPLYING));
        Run applied = keep(aRun(storage).submittedAt(NOON).in(RunStatus.APPLIED));
        RunFilter pendingOrApplied =
                RunFilter.of(Optional.empty(), Optional.of(Set.of(RunStatus.PENDING, RunStatus.APPLIED)));

        assertThat(store.overviews().active(ALL_RUNS, 3))
                .isEqualTo(new ActiveRuns(Set.of(pending.id(), planned.id(), applying.id()), 3));
        assertThat(store.overviews().active(ALL_RUNS, 2).ids()).hasSize(2);
        assertThat(store.overviews().active(ALL_RUNS, 2).count()).isEqualTo(3);
        assertThat(store.overviews().active(pendingOrApplied, 9)).isEqualTo(new ActiveRuns(Set.of(pending.id()), 1));
        assertThat(store.overviews().active(ALL_RUNS.among(Set.of(applying.id(), applied.id())), 9))
                .isEqualTo(new ActiveRuns(Set.of(applying.id()), 1));
        assertThat(store.overviews().active(ALL_RUNS.among(Set.of()), 9)).isEqualTo(new ActiveRuns(Set.of(), 0));
    }

    @Test
    void takesAWindowThatIsOpenAtAnEnd() {
        Workspace workspace = workspace("acme", "network");
        Run early = keep(aRun(workspace).submittedAt(NOON).in(RunStatus.APPLIED));
        Run late = keep(aRun(workspace).submittedAt(NOON.plusMillis(1)).in(RunStatus.APPLIED));

        assertThat(runs(list(in(new TimeWindow(Optional.of(NOON.plusMillis(1)), Optional.empty())))))
                .containsExactly(late);
        assertThat(runs(list(in(new TimeWindow(Optional.empty(), Optional.of(NOON))))))
                .containsExactly(early);
    }

    @ParameterizedTest
    @CsvSource({
        "0000-01-01T00:00:00Z, 9999-12-31T23:59:59.999Z, 1",
        "2018-01-01T00:00:00Z, 2157-05-15T00:00:00Z,     1",
        "9999-12-31T23:59:59Z, 0000-01-01T00:00:00Z,     0",
        "0000-01-01T00:00:00Z, 2017-12-31T23:59:59.999Z, 0",
        "2160-01-01T00:00:00Z, 9999-12-31T23:59:59Z,     0",
    })
    void standsAnyWindow(Instant from, Instant to, long found) {
        keep(aRun(workspace("acme", "network")).in(RunStatus.APPLIED));

        RunOverview overview = list(within(ALL_RUNS, from, to));

        assertThat(overview.page().totalCount()).isEqualTo(found);
        assertThat(overview.counts().total()).isEqualTo(found);
    }

    @Test
    void countsWithinAWindowFollowTheSearchAndIgnoreTheStatuses() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));
        keep(aRun(workspace("acme", "other-network"))
                .submittedAt(NOON.plusSeconds(1))
                .in(RunStatus.PENDING));
        keep(aRun(workspace("acme", "storage")).in(RunStatus.PENDING));
        for (String q : List.of("network", run.id().value() + " acme")) {
            RunFilter filter = RunFilter.of(RunSearch.parse(q), Optional.of(Set.of(RunStatus.APPLIED)));

            RunOverview overview = list(within(filter, NOON, NOON));

            assertThat(overview.counts()).isEqualTo(new StatusCounts(Map.of(RunStatus.PENDING, 1L)));
            assertThat(overview.page().totalCount()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acme       |         | network storage
            ACME       |         | network storage
            acm        |         |
            acm_       |         |
            %          |         |
                       | network | network network
                       | NetWork | network network
            beta       | network | network
            beta       | storage |
            nowhere    | network |
                       | net     |
            \u212a     |         |
            a b        |         |
            """)
    void findsByTheNamesOfPlaces(String organization, String workspace, String found) {
        keep(aRun(workspace("Acme", "network")).in(RunStatus.APPLIED));
        keep(aRun(workspace("Acme", "storage")).in(RunStatus.PENDING));
        keep(aRun(workspace("beta", "network")).in(RunStatus.PENDING));
        keep(aRun(workspace("k", "k")).in(RunStatus.PENDING));

        RunOverview overview = list(at(organization, workspace));

        assertThat(overview.page().items().reversed())
                .extracting(row -> row.workspace().name().value())
                .containsExactly(found == null ? new String[0] : found.split(" "));
        assertThat(overview.counts().total())
                .isEqualTo(overview.page().totalCount())
                .isEqualTo(overview.page().items().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "", "a/b", "\ud800"})
    void findsNothingByWhatCanBeNoName(String name) {
        keep(aRun(workspace("acme", "network")).in(RunStatus.APPLIED));

        assertThat(list(at(name, null)).counts().total()).isZero();
        assertThat(list(at(null, name)).counts().total()).isZero();
    }

    @Test
    void aPlaceBoundsWhatIsFoundByAnId() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));
        Optional<RunSearch> search = RunSearch.parse(run.id().value());
        RunFilter here =
                new RunFilter(search, TimeWindow.UNBOUNDED, Optional.of("acme"), Optional.empty(), Optional.empty());
        RunFilter elsewhere =
                new RunFilter(search, TimeWindow.UNBOUNDED, Optional.of("beta"), Optional.empty(), Optional.empty());

        assertThat(runs(list(here))).containsExactly(run);
        assertThat(list(elsewhere).counts().total()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void pagesMeetInEitherOrder(RunOrder order) {
        List<Run> runs = manyRuns();
        List<Run> expected = order == RunOrder.OLDEST_FIRST ? runs : runs.reversed();
        Set<RunStatus> some = Set.of(RunStatus.APPLIED, RunStatus.PENDING);

        assertThat(allPages(ALL_RUNS, order)).isEqualTo(expected);
        assertThat(allPages(RunFilter.of(RunSearch.parse("net"), Optional.empty()), order))
                .isEqualTo(expected);
        assertThat(allPages(RunFilter.of(Optional.empty(), Optional.of(some)), order))
                .isEqualTo(expected.stream()
                        .filter(run -> some.contains(run.status()))
                        .toList());
        assertThat(allPages(within(ALL_RUNS, NOON.plusMillis(2), NOON.plusMillis(4)), order))
                .isEqualTo(expected.stream()
                        .filter(run -> !run.createdAt().isBefore(NOON.plusMillis(2)))
                        .filter(run -> !run.createdAt().isAfter(NOON.plusMillis(4)))
                        .toList())
                .hasSize(12);
    }

    @ParameterizedTest
    @EnumSource
    void findsOnlyTheRunsThatAreNamed(RunOrder order) {
        List<Run> runs = manyRuns();
        List<Run> named = List.of(runs.get(1), runs.get(8), runs.get(15), runs.get(20), runs.get(22), runs.get(23));
        Set<RunId> ids = named.stream().map(Run::id).collect(Collectors.toSet());
        List<Run> expected = order == RunOrder.OLDEST_FIRST ? named : named.reversed();

        assertThat(allPages(ALL_RUNS.among(ids), order)).isEqualTo(expected);
        assertThat(allPages(at("beta", null).among(ids), order))
                .isEqualTo(expected.stream()
                        .filter(run -> runs.indexOf(run) % 2 == 1)
                        .toList());
        assertThat(allPages(
                        RunFilter.of(RunSearch.parse("net"), Optional.of(Set.of(RunStatus.PENDING)))
                                .among(ids),
                        order))
                .isEqualTo(expected.stream()
                        .filter(run -> run.status() == RunStatus.PENDING)
                        .toList());
        assertThat(allPages(ALL_RUNS.among(Set.of()), order)).isEmpty();
    }

    private List<Run> manyRuns() {
        RunStatus[] statuses = {RunStatus.APPLIED, RunStatus.PENDING, RunStatus.ERRORED};
        List<Workspace> workspaces = List.of(workspace("acme", "network"), workspace("beta", "network"));
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            runs.add(keep(aRun(workspaces.get(i % 2))
                    .submittedAt(NOON.plusMillis(i / 4))
                    .in(statuses[i % 3])));
        }
        return runs;
    }

    private List<Run> allPages(RunFilter filter, RunOrder order) {
        List<Run> all = new ArrayList<>();
        long pages = 1;
        for (long number = 1; number <= pages; number++) {
            RunOverview overview = store.overviews().list(new RunQuery(filter, order, new PageRequest(number, 5)));
            pages = overview.page().totalPages();
            all.addAll(runs(overview));
        }
        return all;
    }

    private static RunFilter within(RunFilter filter, Instant from, Instant to) {
        TimeWindow window = new TimeWindow(Optional.of(from), Optional.of(to));
        return new RunFilter(filter.search(), window, filter.organization(), filter.workspace(), filter.statuses());
    }

    private static RunFilter in(TimeWindow window) {
        return new RunFilter(Optional.empty(), window, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static RunFilter at(String organization, String workspace) {
        return new RunFilter(
                Optional.empty(),
                TimeWindow.UNBOUNDED,
                Optional.ofNullable(organization),
                Optional.ofNullable(workspace),
                Optional.empty());
    }

    private RunOverview list(RunFilter filter) {
        return store.overviews().list(new RunQuery(filter, RunOrder.NEWEST_FIRST, ALL));
    }

    private static List<Run> runs(RunOverview overview) {
        return overview.page().items().stream().map(RunOverview.Row::run).toList();
    }
}
