package dev.signalbox.domain.testing;

import dev.signalbox.domain.attention.Forcing;
import dev.signalbox.domain.attention.Suspicion;
import dev.signalbox.domain.attention.WatchedRun;
import dev.signalbox.domain.attention.WatchedWorkspace;
import dev.signalbox.domain.port.out.WatchedRuns;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the rules of attention read, in memory; it suspects every workspace. */
final class InMemoryWatchedRuns implements WatchedRuns {

    private final Tables tables;

    InMemoryWatchedRuns(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<WatchedWorkspace> suspects(Suspicion suspicion) {
        return tables.alone(() -> workspaces()
                .map(workspace -> watched(workspace, _ -> true))
                .filter(workspace -> !workspace.runs().isEmpty())
                .toList());
    }

    @Override
    public List<WatchedWorkspace> around(Set<RunId> runs) {
        return tables.alone(() -> workspaces()
                .filter(workspace -> tables.runsInOrder(workspace.id())
                        .anyMatch(kept -> runs.contains(kept.run().id())))
                .map(workspace -> watched(
                        workspace,
                        run -> runs.contains(run.id())
                                || run.status().isFinal()
                                || first(workspace).filter(run::equals).isPresent()))
                .filter(workspace -> !workspace.runs().isEmpty())
                .toList());
    }

    private Optional<Run> first(Workspace workspace) {
        return tables.runsInOrder(workspace.id())
                .map(Tables.Kept::run)
                .filter(run -> !run.status().isFinal() && !run.submission().planOnly())
                .findFirst();
    }

    private Stream<Workspace> workspaces() {
        return tables.workspaces.values().stream()
                .filter(workspace -> tables.workspace(workspace.id()).isPresent());
    }

    private WatchedWorkspace watched(Workspace workspace, Predicate<Run> meant) {
        List<WatchedRun> runs = tables.runsInOrder(workspace.id())
                .map(Tables.Kept::run)
                .filter(InMemoryWatchedRuns::isWatched)
                .filter(meant)
                .map(run -> WatchedRun.of(
                        run,
                        Optional.ofNullable(tables.heartbeats.get(run.id())).map(Heartbeat::at),
                        Optional.ofNullable(tables.outputs.get(run.id())),
                        forced(run)))
                .toList();
        return new WatchedWorkspace(
                workspace.lock(), tables.workspaceSettings.getOrDefault(workspace.id(), SettingValues.USUAL), runs);
    }

    private Optional<Forcing> forced(Run run) {
        return tables.audit.stream()
                .filter(event -> run.status().isFinal() && isWatched(run))
                .filter(event -> event.run().filter(run.id()::equals).isPresent())
                .filter(event -> event.action().isForcedEnd())
                .map(Forcing::of)
                .reduce((_, last) -> last);
    }

    private static boolean isWatched(Run run) {
        boolean open = run.ending().filter(Ending::isOpen).isPresent()
                && !run.submission().planOnly();
        return !run.status().isFinal() || open;
    }
}
