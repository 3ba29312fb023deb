package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusCounts;
import dev.signalbox.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of all runs: order, filter, counts and pages. What a search finds is {@link RunSearchContract}'s. */
public abstract class RunOverviewsContract extends StoreContract {

    private static final Optional<Set<RunStatus>> ANY = Optional.empty();

    @Test
    void isEmptyWhereThereIsNothing() {
        RunOverview overview = list("", ANY, ALL);

        assertThat(overview.page().items()).isEmpty();
        assertThat(overview.page().totalCount()).isZero();
        assertThat(overview.counts()).isEqualTo(new StatusCounts(Map.of()));
    }

    @Test
    void showsARunWithWhatItBelongsTo() {
        Organization organization = organization("acme", Optional.of("ops@acme.example"));
        Workspace workspace = workspace("acme", "network", Optional.of("acme/infra"));
        Run run = keep(aRun(workspace).in(RunStatus.APPLYING));
        store.runs().beat(run.id(), _ -> Optional.of(Heartbeat.at(NOON)));

        assertThat(list("", ANY, ALL).page().items())
                .containsExactly(new RunOverview.Row(run, workspace, organization, Optional.of(NOON)));
    }

    @Test
    void showsTheNewestFirstByTheInstantOfSubmissionAndThenByTurn() {
        Workspace network = workspace("acme", "network");
        Workspace storage = workspace("beta", "storage");
        Run second = keep(aRun(network).submittedAt(NOON).in(RunStatus.PENDING));
        Run third = keep(aRun(storage).submittedAt(NOON).in(RunStatus.PENDING));
        Run fourth = keep(aRun(network).submittedAt(NOON.plusMillis(1)).in(RunStatus.APPLIED));
        Workspace late = workspace("acme", "late");
        Run first = keep(aRun(late).submittedAt(NOON.minusMillis(1)).in(RunStatus.PENDING));

        assertThat(shown("", ANY, ALL)).containsExactly(fourth, third, second, first);
    }

    @Test
    void countsEveryStatusAndFollowsEveryChange() {
        Workspace workspace = workspace("acme", "network");
        Map<RunStatus, Long> expected = new EnumMap<>(RunStatus.class);
        for (RunStatus status : RunStatus.values()) {
            for (long i = 0; i <= status.ordinal() % 3; i++) {
                keep(aRun(workspace).in(status));
                expected.merge(status, 1L, Long::sum);
            }
        }
        Run changed = keep(aRun(workspace).in(RunStatus.APPLYING));
        store.runs().update(changed.id(), seen -> RunChange.untraced(seen.run().forcedToCanceled(NOON)));
        expected.merge(RunStatus.CANCELED, 1L, Long::sum);

        assertThat(list("", ANY, ALL).counts()).isEqualTo(new StatusCounts(expected));
    }

    @Test
    void countsFollowTheSearchAndIgnoreTheStatuses() {
        Workspace network = workspace("acme", "network");
        Workspace storage = workspace("acme", "storage");
        keep(aRun(network).in(RunStatus.APPLIED));
        keep(aRun(network).in(RunStatus.PENDING));
        keep(aRun(storage).in(RunStatus.PENDING));

        RunOverview overview = list("network", Optional.of(Set.of(RunStatus.PENDING)), new PageRequest(7, 1));

        assertThat(overview.counts()).isEqualTo(new StatusCounts(Map.of(RunStatus.APPLIED, 1L, RunStatus.PENDING, 1L)));
        assertThat(overview.page().totalCount()).isEqualTo(1);
        assertThat(overview.page().items()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void filtersByEachStatus(RunStatus status) {
        Workspace workspace = workspace("acme", "network");
        for (RunStatus other : RunStatus.values()) {
            keep(aRun(workspace).in(other));
        }

        assertThat(shown("", Optional.of(Set.of(status)), ALL))
                .singleElement()
                .extracting(Run::status)
                .isEqualTo(status);
    }

    @Test
    void filtersBySeveralStatuses() {
        Workspace workspace = workspace("acme", "network");
        Run pending = keep(aRun(workspace).in(RunStatus.PENDING));
        keep(aRun(workspace).in(RunStatus.APPLIED));
        Run errored = keep(aRun(workspace).in(RunStatus.ERRORED));

        assertThat(shown("", Optional.of(Set.of(RunStatus.ERRORED, RunStatus.PENDING)), ALL))
                .containsExactly(errored, pending);
    }

    @Test
    void showsNothingWhereNoStatusIsAskedFor() {
        keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));

        RunOverview overview = list("", Optional.of(Set.of()), ALL);

        assertThat(overview.page().items()).isEmpty();
        assertThat(overview.page().totalCount()).isZero();
        assertThat(overview.counts().total()).isEqualTo(1);
    }

    @Test
    void pagesMeetWithoutGapOrOverlap() {
        List<Run> runs = manyRuns();

        assertThat(allPages("", ANY, 7)).isEqualTo(runs);
        assertThat(allPages("", Optional.of(Set.of(RunStatus.APPLIED)), 3))
                .isEqualTo(runs.stream()
                        .filter(run -> run.status() == RunStatus.APPLIED)
                        .toList());
        assertThat(allPages("network", ANY, 4)).hasSize(20).isSubsetOf(runs);
        assertThat(allPages("network", Optional.of(Set.of(RunStatus.APPLIED, RunStatus.PENDING)), 4))
                .isEqualTo(allPages("network", ANY, 100).stream()
                        .filter(run -> run.status() == RunStatus.APPLIED || run.status() == RunStatus.PENDING)
                        .toList());
    }

    @Test
    void aPagePastTheEndIsEmptyAndStillCounted() {
        manyRuns();

        for (long number : new long[] {7, 1_000, 999_999_999_999_999_999L, Long.MAX_VALUE}) {
            for (String q : List.of("", "network", "run-111")) {
                RunOverview overview = list(q, ANY, new PageRequest(number, 100));
                assertThat(overview.page().items()).isEmpty();
                assertThat(overview.page().request().number()).isEqualTo(number);
                assertThat(overview.page().totalCount())
                        .isEqualTo(overview.counts().total())
                        .isPositive();
            }
        }
    }

    private List<Run> manyRuns() {
        List<Workspace> workspaces = List.of(workspace("acme", "network"), workspace("acme", "storage"));
        RunStatus[] statuses = {RunStatus.APPLIED, RunStatus.PENDING, RunStatus.ERRORED};
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            runs.add(keep(aRun(workspaces.get(i % 2))
                    .submittedAt(NOON.plusMillis(i / 4))
                    .in(statuses[i % 3])));
        }
        return runs.reversed();
    }

    private List<Run> allPages(String q, Optional<Set<RunStatus>> statuses, int size) {
        List<Run> all = new ArrayList<>();
        long pages = list(q, statuses, new PageRequest(1, size)).page().totalPages();
        for (long number = 1; number <= pages; number++) {
            all.addAll(shown(q, statuses, new PageRequest(number, size)));
        }
        return all;
    }

    private List<Run> shown(String q, Optional<Set<RunStatus>> statuses, PageRequest page) {
        return list(q, statuses, page).page().items().stream()
                .map(RunOverview.Row::run)
                .toList();
    }

    private RunOverview list(String q, Optional<Set<RunStatus>> statuses, PageRequest page) {
        return store.overviews().list(new RunQuery(RunSearch.parse(q), statuses, page));
    }
}
