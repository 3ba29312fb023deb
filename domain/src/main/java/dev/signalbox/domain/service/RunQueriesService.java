package dev.signalbox.domain.service;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Looks up runs within the organizations that the actor's token reaches. */
public final class RunQueriesService implements RunQueries {

    private final Runs runs;
    private final Workspaces workspaces;

    /** Works on these ports. */
    public RunQueriesService(Runs runs, Workspaces workspaces) {
        this.runs = runs;
        this.workspaces = workspaces;
    }

    @Override
    public RunInWorkspace run(RunId id, Actor actor) {
        return visible(runs.find(id), Subject.RUN, actor);
    }

    @Override
    public RunInWorkspace runOfPlan(PlanId id, Actor actor) {
        return visible(runs.findByPlan(id), Subject.PLAN, actor);
    }

    @Override
    public RunInWorkspace runOfApply(ApplyId id, Actor actor) {
        return visible(runs.findByApply(id), Subject.APPLY, actor);
    }

    @Override
    public Page<RunInWorkspace> runsOfWorkspace(WorkspaceId workspace, WorkspaceRunQuery query, Actor actor) {
        boolean visible = workspaces
                .find(workspace)
                .filter(found -> actor.sees(found.organization()))
                .isPresent();
        if (!visible) {
            throw Refusals.notFound(Subject.WORKSPACE).get();
        }
        return runs.ofWorkspace(workspace, query);
    }

    @Override
    public List<TimelineEntry> timeline(RunId id, Actor actor) {
        return runs.timeline(run(id, actor).run().id());
    }

    @Override
    public Optional<Heartbeat> lastHeartbeat(RunId id, Actor actor) {
        Run run = run(id, actor).run();
        return runs.lastHeartbeat(id).map(heartbeat -> heartbeat.in(run));
    }

    private static RunInWorkspace visible(Optional<RunInWorkspace> found, Subject subject, Actor actor) {
        return found.filter(seen -> actor.sees(seen.workspace().organization()))
                .orElseThrow(Refusals.notFound(subject));
    }
}
