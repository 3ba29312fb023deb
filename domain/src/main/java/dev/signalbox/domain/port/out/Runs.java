package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.queue.OpenEnding;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.Standing;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The runs there are.
 *
 * <p>Every change is one transaction with its audit events: all of it is kept or nothing. What concerns the queue of a
 * workspace is serialised by locking the workspace before the run.
 */
public interface Runs {

    /**
     * Adds a run, last in its workspace's queue; its {@code createdAt} is raised to that of the workspace's newest run
     * if the clock has stepped back. If the workspace has a run with the same submission key, that one is returned and
     * nothing is added, no audit event either.
     *
     * @return the run as it is kept; absent if the workspace does not exist (any more)
     */
    Optional<RunInWorkspace> add(Run run, List<AuditEvent> audit);

    /** The run where it stands. */
    Optional<RunInWorkspace> find(RunId id);

    /** The run that the plan belongs to. */
    Optional<RunInWorkspace> findByPlan(PlanId id);

    /** The run that the apply belongs to. */
    Optional<RunInWorkspace> findByApply(ApplyId id);

    /** The workspace's runs, newest first, in one snapshot with their count. */
    Page<RunInWorkspace> ofWorkspace(WorkspaceId workspace, WorkspaceRunQuery query);

    /**
     * The workspace's runs that ended without their process being known to be gone, oldest first; no plan-only ones.
     */
    List<OpenEnding> openEndings(WorkspaceId workspace);

    /**
     * Changes a run atomically: nobody else changes it, or its workspace's queue, between what the function sees and
     * what it returns. What the function throws leaves everything as it was. The function may be called once only, and
     * must not change the identity, the workspace, the submission or the creation of the run.
     *
     * @return the run as it is afterwards; absent if it does not exist
     */
    Optional<RunInWorkspace> update(RunId id, Function<RunInWorkspace, RunChange> change);

    /** How those of the runs stand that exist; so cheap that it may be asked of thousands each second. */
    Map<RunId, Standing> standings(Set<RunId> runs);

    /** What the run's runner has reported, oldest first. */
    List<TimelineEntry> timeline(RunId id);

    /**
     * Keeps the newest sign of life of the run's runner, as the function makes it of the run as it stands; nothing if
     * that is empty, or throws. What a sign of life does not say stays as {@link Heartbeat#after} has it. The function
     * may be called more than once, by another thread, and a call may wait a little for others, so that what many
     * runners say at the same time is kept together; when it returns, it is kept.
     *
     * @return the run as the function has seen it; absent if it does not exist
     */
    Optional<RunInWorkspace> beat(RunId id, Function<RunInWorkspace, Optional<Heartbeat>> sign);

    /** The newest sign of life of the run's runner. */
    Optional<Heartbeat> lastHeartbeat(RunId id);
}
