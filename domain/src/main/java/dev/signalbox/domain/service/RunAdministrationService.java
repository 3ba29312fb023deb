package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.RunOverviews;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.queue.OpenEnding;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.run.StatusCounts;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks over all runs, and ends those that are stuck. */
public final class RunAdministrationService implements RunAdministration {

    private static final int BATCH = 500;

    private final Runs runs;
    private final RunOverviews overviews;
    private final Workspaces workspaces;
    private final AuditTrail trail;
    private final AttentionJudge judge;
    private final InstantSource time;
    private final AuditEvents audit;
    private final RunActs acts;

    /** Works on these ports; time is cut to milliseconds here. */
    public RunAdministrationService(
            Runs runs,
            RunOverviews overviews,
            Workspaces workspaces,
            AuditTrail trail,
            AttentionSources sources,
            Ids ids,
            InstantSource time) {
        this.runs = runs;
        this.overviews = overviews;
        this.workspaces = workspaces;
        this.trail = trail;
        this.judge = new AttentionJudge(sources, time);
        this.time = time;
        this.audit = new AuditEvents(ids);
        this.acts = new RunActs(runs, audit, time);
    }

    @Override
    public RunOverview list(RunQuery query, Actor actor) {
        actor.requireEverywhere(Right.SEE_ALL_RUNS, Subject.PAGE);
        RunOverview shown = overviews.list(query.with(judge.judged(query.filter())));
        return query.filter().needsAttention() ? new RunOverview(shown.page(), counts(query)) : shown;
    }

    /** Those of all statuses, as for any other group of runs. */
    private StatusCounts counts(RunQuery query) {
        return overviews
                .list(new RunQuery(query.filter().ofAnyStatus(), query.order(), new PageRequest(1, 1)))
                .counts();
    }

    @Override
    public Export export(RunFilter filter, RunOrder order, String format, Actor actor) {
        actor.requireEverywhere(Right.SEE_ALL_RUNS, Subject.PAGE);
        trail.add(audit.of(AuditAction.RUNS_EXPORTED, format, actor, Milliseconds.of(time.instant())));
        RunFilter judged = judge.judged(filter);
        return position -> overviews.batch(judged, order, position, BATCH);
    }

    @Override
    public RunInWorkspace forceErrored(RunId run, Optional<String> reason, Actor actor) {
        return acts.carryOut(RunActs.forced(ForcedEnd.ERRORED), run, reason, actor);
    }

    @Override
    public RunInWorkspace forceCanceled(RunId run, Optional<String> reason, Actor actor) {
        return acts.carryOut(RunActs.forced(ForcedEnd.CANCELED), run, reason, actor);
    }

    @Override
    public void releaseHold(WorkspaceId id, String reason, Actor actor) {
        actor.require(Right.RELEASE_HOLDS, Subject.WORKSPACE);
        Workspace workspace = workspaces
                .find(id)
                .filter(found -> actor.sees(found.organization()))
                .orElseThrow(Refusals.notFound(Subject.WORKSPACE));
        if (reason.isBlank()) {
            throw Refusals.invalid("reason", "is required");
        }
        Text.checkKept("reason", Optional.of(reason), AuditEvent.MAX_REASON_LENGTH);
        long released = runs.openEndings(id).stream()
                .filter(open -> release(open, reason, actor))
                .count();
        if (released == 0) {
            throw new Refused(new Refusal.NothingHeld(workspace.name().value()));
        }
    }

    /** Tells whether it was this act that released it: since the list was read, somebody else may have been faster. */
    private boolean release(OpenEnding open, String reason, Actor actor) {
        List<RunChange> released = new ArrayList<>();
        runs.update(open.run(), seen -> {
            Instant now = Milliseconds.of(time.instant());
            if (seen.run()
                    .ending()
                    .filter(ending -> ending.holdsWorkspace(now, seen.lastHeardAt()))
                    .isEmpty()) {
                return RunChange.untraced(seen.run());
            }
            released.add(release(seen, reason, actor, now));
            return released.getFirst();
        });
        return !released.isEmpty();
    }

    private RunChange release(RunInWorkspace seen, String reason, Actor actor, Instant now) {
        Run after = seen.run().released(now);
        return RunChange.by(
                after, audit.act(AuditAction.WORKSPACE_HOLD_RELEASED, seen, after, Optional.of(reason), actor, now));
    }
}
