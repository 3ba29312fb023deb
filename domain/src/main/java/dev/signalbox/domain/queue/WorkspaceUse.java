package dev.signalbox.domain.queue;

import dev.signalbox.domain.queue.Blocker.RunAhead;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A workspace with what is going on in it; where that may be very much, with some of it and how much it is.
 *
 * @param oldest the oldest of its runs that have not ended, plan-only ones too
 * @param running those of them that a runner holds, oldest first, at most {@value #MAX_RUNNING}
 * @param runningCount how many these are in all
 * @param openEndings its runs that ended without their process being known to be gone, oldest first; no plan-only ones
 */
public record WorkspaceUse(
        Workspace workspace,
        Optional<RunAhead> oldest,
        List<RunId> running,
        long runningCount,
        List<OpenEnding> openEndings) {

    /** So many of the {@link #running} are told, of perhaps very many. */
    public static final int MAX_RUNNING = 20;

    /** Keeps copies that nobody can change. */
    public WorkspaceUse {
        running = List.copyOf(running);
        openEndings = List.copyOf(openEndings);
    }

    /** Why deleting it may do harm: it is locked, a run has not ended, or a process is not known to be gone. */
    public Optional<Refusal> objectionToSafeDeletion(Instant now) {
        return workspace
                .objectionToLocking()
                .or(() -> oldest.map(run -> run.run() + " is " + run.status().wireName())
                        .or(() -> held(now)
                                .findFirst()
                                .map(open -> "the process of " + open.run() + " is not known to be gone"))
                        .map(because ->
                                new Refusal.WorkspaceInUse(workspace.name().value(), because)));
    }

    /** The ended runs for whose process the next run would have to wait. */
    public Stream<OpenEnding> held(Instant now) {
        return openEndings.stream().filter(open -> open.holdsWorkspace(now));
    }
}
