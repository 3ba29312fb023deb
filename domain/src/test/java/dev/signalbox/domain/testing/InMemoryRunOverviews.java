package dev.signalbox.domain.testing;

import dev.signalbox.domain.organization.Organization;
import dev.signalbox.domain.port.out.RunOverviews;
import dev.signalbox.domain.run.ExportedRun;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunPosition;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.StatusCounts;
import dev.signalbox.domain.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists over all runs, in memory. */
final class InMemoryRunOverviews implements RunOverviews {

    private final Tables tables;

    InMemoryRunOverviews(Tables tables) {
        this.tables = tables;
    }

    @Override
    public RunOverview list(RunQuery query) {
        return tables.alone(() -> {
            List<RunOverview.Row> found = tables.runsInOrder()
                    .map(kept -> row(kept.run()))
                    .filter(row -> query.filter().matches(row.run(), row.workspace(), row.organization()))
                    .toList();
            List<RunOverview.Row> shown = found.stream()
                    .filter(row -> query.filter().takes(row.run().status()))
                    .toList();
            return new RunOverview(Tables.page(ordered(shown, query.order()), query.page()), counts(found));
        });
    }

    @Override
    public List<ExportedRun> batch(RunFilter filter, RunOrder order, Optional<RunPosition> after, int limit) {
        return tables.alone(() -> {
            List<ExportedRun> oldestFirst = tables.runsInOrder()
                    .map(kept -> new ExportedRun(
                            row(kept.run()), new RunPosition(kept.run().createdAt(), kept.turn())))
                    .filter(listed -> filter.takes(listed.row().run().status())
                            && filter.matches(
                                    listed.row().run(),
                                    listed.row().workspace(),
                                    listed.row().organization()))
                    .toList();
            return ordered(oldestFirst, order).stream()
                    .filter(listed -> after.map(position -> comesAfter(listed.position(), position, order))
                            .orElse(true))
                    .limit(limit)
                    .toList();
        });
    }

    private static boolean comesAfter(RunPosition position, RunPosition other, RunOrder order) {
        return switch (order) {
            case NEWEST_FIRST -> position.compareTo(other) < 0;
            case OLDEST_FIRST -> position.compareTo(other) > 0;
        };
    }

    @Override
    public ActiveRuns active(RunFilter filter, int limit) {
        List<RunId> active = tables.alone(() -> tables.runsInOrder()
                .map(kept -> row(kept.run()))
                .filter(row -> !row.run().status().isFinal()
                        && tables.workspace(row.workspace().id()).isPresent()
                        && filter.takes(row.run().status())
                        && filter.matches(row.run(), row.workspace(), row.organization()))
                .map(row -> row.run().id())
                .toList());
        return new ActiveRuns(active.stream().limit(limit).collect(Collectors.toSet()), active.size());
    }

    static <T> List<T> ordered(List<T> oldestFirst, RunOrder order) {
        return switch (order) {
            case NEWEST_FIRST -> oldestFirst.reversed();
            case OLDEST_FIRST -> oldestFirst;
        };
    }

    private static StatusCounts counts(List<RunOverview.Row> rows) {
        return new StatusCounts(
                rows.stream().collect(Collectors.groupingBy(row -> row.run().status(), Collectors.counting())));
    }

    private RunOverview.Row row(Run run) {
        Workspace workspace = tables.workspaces.get(run.workspace());
        Organization organization = tables.organization(workspace);
        return new RunOverview.Row(
                run,
                workspace,
                organization,
                Optional.ofNullable(tables.heartbeats.get(run.id())).map(Heartbeat::at));
    }
}
