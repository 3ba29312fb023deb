package dev.signalbox.domain.queue;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A workspace with everything that is going on in it.
 *
 * @param active its runs that have not ended, oldest first, plan-only ones too
 * @param openEndings its runs that ended without their process being known to be gone, oldest first; no plan-only ones
 */
public record WorkspaceUse(Workspace workspace, List<Run> active, List<OpenEnding> openEndings) {

    /** Keeps copies that nobody can change. */
    public WorkspaceUse {
        active = List.copyOf(active);
        openEndings = List.copyOf(openEndings);
    }

    /** Why deleting it may do harm: it is locked, a run has not ended, or a process is not known to be gone. */
    public Optional<Refusal> objectionToSafeDeletion(Instant now) {
        return workspace
                .objectionToLocking()
                .or(() -> Stream.concat(
                                active.stream()
                                        .map(run ->
                                                run.id() + " is " + run.status().wireName()),
                                held(now).map(open -> "the process of " + open.run() + " is not known to be gone"))
                        .findFirst()
                        .map(because ->
                                new Refusal.WorkspaceInUse(workspace.name().value(), because)));
    }

    /** The ended runs for whose process the next run would have to wait. */
    public Stream<OpenEnding> held(Instant now) {
        return openEndings.stream().filter(open -> open.holdsWorkspace(now));
    }
}
