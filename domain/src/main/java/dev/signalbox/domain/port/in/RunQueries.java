package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Anyone looks at the runs of the organizations that their token reaches; elsewhere {@link Refusal.NotFound}. */
public interface RunQueries {

    /** The run where it stands. */
    RunInWorkspace run(RunId id, Actor actor);

    /** The run that the plan belongs to. */
    RunInWorkspace runOfPlan(PlanId id, Actor actor);

    /** The run that the apply belongs to. */
    RunInWorkspace runOfApply(ApplyId id, Actor actor);

    /** Runs of the workspace. */
    Page<RunInWorkspace> runsOfWorkspace(WorkspaceId workspace, WorkspaceRunQuery query, Actor actor);

    /** What the run's runner has reported, oldest first. */
    List<TimelineEntry> timeline(RunId id, Actor actor);

    /** The newest sign of life of the run's runner; it names processes only while its command is at work. */
    Optional<Heartbeat> lastHeartbeat(RunId id, Actor actor);
}
