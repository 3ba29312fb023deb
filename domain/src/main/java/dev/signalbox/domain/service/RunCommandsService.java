package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunAction;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.Submission;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Creates runs for users and carries out what they decide. */
public final class RunCommandsService implements RunCommands {

    private static final RunActs.Act CONFIRM =
            new RunActs.Act(RunAction.CONFIRM, Run::confirmed, AuditAction.RUN_CONFIRMED);

    private static final RunActs.Act DISCARD =
            new RunActs.Act(RunAction.DISCARD, Run::discarded, AuditAction.RUN_DISCARDED);

    private static final RunActs.Act CANCEL =
            new RunActs.Act(RunAction.CANCEL, Run::cancelAsked, AuditAction.RUN_CANCELED);

    private static final RunActs.Act OVERRIDE_POLICY =
            new RunActs.Act(RunAction.OVERRIDE_POLICY, Run::policyOverridden, AuditAction.RUN_POLICY_OVERRIDDEN);

    private final Workspaces workspaces;
    private final InstantSource time;
    private final Submissions submissions;
    private final RunActs acts;

    /** Works on these ports; time is cut to milliseconds here. */
    public RunCommandsService(Runs runs, Workspaces workspaces, Ids ids, InstantSource time) {
        this.workspaces = workspaces;
        this.time = time;
        this.submissions = new Submissions(runs, ids);
        this.acts = new RunActs(runs, ids, time);
    }

    @Override
    public RunInWorkspace create(WorkspaceId id, NewRun run, Actor actor) {
        actor.require(Right.CREATE_RUNS, Subject.WORKSPACE);
        Workspace workspace = workspaces
                .find(id)
                .filter(found -> actor.sees(found.organization()))
                .orElseThrow(Refusals.notFound(Subject.WORKSPACE));
        Submission submission = Submissions.of(run, Optional.empty(), Optional.empty(), actor);
        Instant now = Milliseconds.of(time.instant());
        return submissions.add(workspace, submissions.prepare(workspace, submission, now), actor);
    }

    @Override
    public RunInWorkspace confirm(RunId run, Optional<String> comment, Actor actor) {
        return acts.carryOut(CONFIRM, run, comment, actor);
    }

    @Override
    public RunInWorkspace discard(RunId run, Optional<String> comment, Actor actor) {
        return acts.carryOut(DISCARD, run, comment, actor);
    }

    @Override
    public RunInWorkspace cancel(RunId run, Optional<String> comment, Actor actor) {
        return acts.carryOut(CANCEL, run, comment, actor);
    }

    @Override
    public RunInWorkspace overridePolicy(RunId run, Optional<String> comment, Actor actor) {
        return acts.carryOut(OVERRIDE_POLICY, run, comment, actor);
    }
}
