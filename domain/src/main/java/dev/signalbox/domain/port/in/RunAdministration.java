package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.ExportedRun;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunPosition;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/**
 * Site admins and support look over all runs; site admins end those that are stuck.
 *
 * <p>For anyone else everything here is {@link Refusal.NotFound}, also what exists. The list and its export are for
 * tokens that reach every organization; a token that is restricted to some forces and releases only there.
 */
public interface RunAdministration {

    /** Lists runs of the whole installation. */
    RunOverview list(RunQuery query, Actor actor);

    /** Runs on their way out, batch by batch. */
    interface Export {

        /**
         * The next of them; empty at the end. A run that is there all the while is in one batch.
         *
         * @param position where the batch before ended; absent for the first batch
         */
        List<ExportedRun> after(Optional<RunPosition> position);
    }

    /**
     * The same runs on their way out; which of them need attention is judged once, at the beginning. That the actor
     * takes them is an audit event.
     *
     * @param format what they are written as, for that event
     */
    Export export(RunFilter filter, RunOrder order, String format, Actor actor);

    /**
     * Forces the run to errored: the {@code actions/cancel} of the Admin Runs API. Refuses {@link Refusal.NotFound},
     * {@link Refusal.AlreadyFinal}, and {@link Refusal.InvalidAttribute} a reason that is too long.
     */
    RunInWorkspace forceErrored(RunId run, Optional<String> reason, Actor actor);

    /** Forces the run to canceled, today's {@code actions/force-cancel}; refuses as {@link #forceErrored} does. */
    RunInWorkspace forceCanceled(RunId run, Optional<String> reason, Actor actor);

    /**
     * Declares gone whatever ended runs may have left behind in the workspace, so that its next run can start. Refuses
     * {@link Refusal.NotFound}, {@link Refusal.NothingHeld}, and {@link Refusal.InvalidAttribute} a blank reason.
     */
    void releaseHold(WorkspaceId workspace, String reason, Actor actor);
}
