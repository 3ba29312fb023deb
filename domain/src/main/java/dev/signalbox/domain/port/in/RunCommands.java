package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.Optional;

/**
 * Users create runs and decide on them.
 *
 * <p>Every decision refuses {@link Refusal.NotFound}, {@link Refusal.AlreadyFinal}, {@link Refusal.MoveNotAllowed}, and
 * {@link Refusal.InvalidAttribute} a comment that is too long. The comment is kept in the audit.
 */
public interface RunCommands {

    /** Creates a run. Refuses {@link Refusal.NotFound} and {@link Refusal.InvalidAttribute}. */
    RunInWorkspace create(WorkspaceId workspace, NewRun run, Actor actor);

    /** Lets the plan be applied. */
    RunInWorkspace confirm(RunId run, Optional<String> comment, Actor actor);

    /** Decides that the plan is not to be applied. */
    RunInWorkspace discard(RunId run, Optional<String> comment, Actor actor);

    /** Asks for the run's end: at once, or as soon as its runner has stopped; asking again changes nothing. */
    RunInWorkspace cancel(RunId run, Optional<String> comment, Actor actor);

    /** Overrides the policies that failed. */
    RunInWorkspace overridePolicy(RunId run, Optional<String> comment, Actor actor);
}
