package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.run.ExportedRun;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunPosition;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of all runs, taken out batch by batch. */
public abstract class RunBatchesContract extends StoreContract {

    private static final RunFilter ALL_RUNS = RunFilter.of(Optional.empty(), Optional.empty());

    @ParameterizedTest
    @EnumSource
    void meetInEitherOrderWhateverTheFilter(RunOrder order) {
        List<Run> runs = runs(24);
        List<Run> expected = order == RunOrder.OLDEST_FIRST ? runs : runs.reversed();
        Set<RunStatus> some = Set.of(RunStatus.APPLIED, RunStatus.PENDING);

        assertThat(batches(ALL_RUNS, order, 5)).isEqualTo(expected);
        assertThat(batches(RunFilter.of(RunSearch.parse("net"), Optional.empty()), order, 7))
                .isEqualTo(expected);
        assertThat(batches(RunFilter.of(RunSearch.parse("run-111 acme"), Optional.empty()), order, 3))
                .hasSize(12);
        assertThat(batches(RunFilter.of(RunSearch.parse("beta"), Optional.of(some)), order, 3))
                .isEqualTo(expected.stream()
                        .filter(run -> some.contains(run.status()) && runs.indexOf(run) % 2 == 1)
                        .toList());
    }

    @Test
    void goOnAfterARunThatIsGone() {
        Run older = keep(aRun(workspace("acme", "storage")).in(RunStatus.APPLIED));
        Workspace gone = workspace("acme", "network");
        keep(aRun(gone).submittedAt(NOON.plusMillis(1)).in(RunStatus.APPLIED));
        RunPosition last = batch(RunOrder.NEWEST_FIRST, Optional.empty()).position();
        store.deletions().begin(gone.id(), _ -> event());
        while (store.deletions().carryOn(gone.id(), 10)) {
            assertThat(store.overviews().batch(ALL_RUNS, RunOrder.NEWEST_FIRST, Optional.empty(), 5))
                    .isNotEmpty();
        }

        assertThat(batch(RunOrder.NEWEST_FIRST, Optional.of(last)).row().run()).isEqualTo(older);
    }

    @Test
    void haveEachRunOnceWhileOthersAreAddedAndEnded() throws Exception {
        Workspace workspace = workspace("acme", "network");
        List<Run> before = add(2_500, workspace);
        AtomicInteger workers = new AtomicInteger();

        List<List<Run>> all = Together.run(4, () -> switch (workers.getAndIncrement()) {
            case 0 -> batches(ALL_RUNS, RunOrder.NEWEST_FIRST, 100);
            case 1 -> batches(ALL_RUNS, RunOrder.OLDEST_FIRST, 100);
            case 2 -> {
                add(200, workspace);
                yield List.of();
            }
            default -> {
                before.stream().limit(200).forEach(this::end);
                yield List.of();
            }
        });

        assertThat(all)
                .filteredOn(runs -> !runs.isEmpty())
                .hasSize(2)
                .allSatisfy(
                        runs -> assertThat(ids(runs)).doesNotHaveDuplicates().containsAll(ids(before)));
    }

    /** Of two workspaces in turn, four of a millisecond, oldest first. */
    private List<Run> runs(int count) {
        RunStatus[] statuses = {RunStatus.APPLIED, RunStatus.PENDING, RunStatus.ERRORED};
        List<Workspace> workspaces = List.of(workspace("acme", "network"), workspace("beta", "network"));
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(keep(aRun(workspaces.get(i % 2))
                    .submittedAt(NOON.plusMillis(i / 4))
                    .in(statuses[i % 3])));
        }
        return runs;
    }

    private List<Run> add(int count, Workspace workspace) {
        List<Run> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Run run = aRun(workspace).in(RunStatus.PENDING);
            added.add(store.runs().add(run, List.of()).orElseThrow().run());
        }
        return added;
    }

    private void end(Run run) {
        store.runs().update(run.id(), seen -> RunChange.untraced(seen.run().forcedToCanceled(NOON.plusSeconds(1))));
    }

    private List<Run> batches(RunFilter filter, RunOrder order, int limit) {
        List<Run> all = new ArrayList<>();
        Optional<RunPosition> after = Optional.empty();
        while (true) {
            List<ExportedRun> batch = store.overviews().batch(filter, order, after, limit);
            if (batch.isEmpty()) {
                return all;
            }
            assertThat(batch).hasSizeLessThanOrEqualTo(limit);
            batch.forEach(exported -> all.add(exported.row().run()));
            after = Optional.of(batch.getLast().position());
        }
    }

    private ExportedRun batch(RunOrder order, Optional<RunPosition> after) {
        return store.overviews().batch(ALL_RUNS, order, after, 1).getFirst();
    }

    private static List<RunId> ids(List<Run> runs) {
        return runs.stream().map(Run::id).toList();
    }
}
