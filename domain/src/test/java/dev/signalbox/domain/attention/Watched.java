package dev.signalbox.domain.attention;

import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.testing.SequentialIds;
import dev.signalbox.domain.workspace.WorkspaceLock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes watched runs for tests: brought by its runner, heard of just now, with output just now, unless told otherwise. */
record Watched(
        RunId id,
        RunStatus status,
        Instant since,
        boolean planOnly,
        boolean brought,
        boolean claimed,
        Optional<Ending> ending,
        Optional<Instant> heardAt,
        Optional<Output> output) {

    private static final SequentialIds IDS = new SequentialIds();

    static Watched in(RunStatus status, Instant since) {
        return new Watched(
                IDS.run(), status, since, false, true, true, Optional.empty(), Optional.of(since), Optional.empty());
    }

    Watched planOnlyRun() {
        return new Watched(id, status, since, true, brought, claimed, ending, heardAt, output);
    }

    Watched unclaimed() {
        return new Watched(id, status, since, planOnly, false, false, ending, Optional.empty(), output);
    }

    Watched ofAUser() {
        return new Watched(id, status, since, planOnly, false, claimed, ending, heardAt, output);
    }

    Watched heard(Instant at) {
        return new Watched(id, status, since, planOnly, brought, claimed, ending, Optional.of(at), output);
    }

    Watched neverHeard() {
        return new Watched(id, status, since, planOnly, brought, claimed, ending, Optional.empty(), output);
    }

    Watched told(Instant at, Optional<Instant> grownAt, String... lastLine) {
        Output told = new Output(at, grownAt, Arrays.stream(lastLine).findFirst());
        return new Watched(id, status, since, planOnly, brought, claimed, ending, heardAt, Optional.of(told));
    }

    Watched ending(RunStatus phase, Instant requestedAt) {
        Ending requested = new Ending(
                phase,
                requestedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Watched(id, status, since, planOnly, brought, claimed, Optional.of(requested), heardAt, output);
    }

    WatchedRun run() {
        return new WatchedRun(id, status, since, planOnly, brought, claimed, ending, heardAt, output, Optional.empty());
    }

    static WatchedWorkspace workspace(Watched... runs) {
        return workspace(Optional.empty(), runs);
    }

    static WatchedWorkspace workspace(Optional<WorkspaceLock> lock, Watched... runs) {
        List<WatchedRun> watched = Arrays.stream(runs).map(Watched::run).toList();
        return new WatchedWorkspace(lock, SettingValues.USUAL, watched);
    }
}
