package dev.signalbox.domain.service;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.Runs;
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
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/** Runs of which the next changes fail, one after the other, and some are gone when they are to be changed. */
record FailingRuns(Runs runs, Queue<RuntimeException> failures, Set<RunId> gone) implements Runs {

    @Override
    public Optional<RunInWorkspace> update(RunId id, Function<RunInWorkspace, RunChange> change) {
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        return gone.contains(id) ? Optional.empty() : runs.update(id, change);
    }

    @Override
    public Optional<RunInWorkspace> add(Run run, List<AuditEvent> audit) {
        return runs.add(run, audit);
    }

    @Override
    public Optional<RunInWorkspace> find(RunId id) {
        return runs.find(id);
    }

    @Override
    public Optional<RunInWorkspace> findByPlan(PlanId id) {
        return runs.findByPlan(id);
    }

    @Override
    public Optional<RunInWorkspace> findByApply(ApplyId id) {
        return runs.findByApply(id);
    }

    @Override
    public Page<RunInWorkspace> ofWorkspace(WorkspaceId workspace, WorkspaceRunQuery query) {
        return runs.ofWorkspace(workspace, query);
    }

    @Override
    public List<OpenEnding> openEndings(WorkspaceId workspace) {
        return runs.openEndings(workspace);
    }

    @Override
    public Map<RunId, Standing> standings(Set<RunId> wanted) {
        return runs.standings(wanted);
    }

    @Override
    public List<TimelineEntry> timeline(RunId id) {
        return runs.timeline(id);
    }

    @Override
    public Optional<RunInWorkspace> beat(RunId id, Function<RunInWorkspace, Optional<Heartbeat>> sign) {
        return runs.beat(id, sign);
    }

    @Override
    public Optional<Heartbeat> lastHeartbeat(RunId id) {
        return runs.lastHeartbeat(id);
    }
}
