package dev.signalbox.domain.queue;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunAction;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run where it stands: in its workspace, with what is before it.
 *
 * @param lastHeardAt when the run's runner was last heard of, if ever
 * @param ahead the oldest run of the workspace's queue that was submitted before this one and has not ended; read only
 *     of a run that is pending and not plan-only, so a store need not know it of others
 * @param openEndings the workspace's other runs that ended without their process being known to be gone, oldest first;
 *     likewise
 */
public record RunInWorkspace(
        Run run,
        Workspace workspace,
        Optional<Instant> lastHeardAt,
        Optional<Blocker.RunAhead> ahead,
        List<OpenEnding> openEndings) {

    /** Keeps a copy that nobody can change. */
    public RunInWorkspace {
        openEndings = List.copyOf(openEndings);
    }

    /** What the run has to wait for; nothing for a plan-only run, which neither waits nor blocks. */
    public Optional<Blocker> blocker(Instant now) {
        if (run.status() != RunStatus.PENDING || run.submission().planOnly()) {
            return Optional.empty();
        }
        Optional<Blocker> held = openEndings.stream()
                .filter(open -> open.holdsWorkspace(now))
                .<Blocker>map(open -> new Blocker.Held(
                        open.run(), open.ending().phase(), open.ending().stage()))
                .findFirst();
        return held.or(() -> ahead.map(Blocker.class::cast))
                .or(() -> workspace.lock().map(lock -> new Blocker.Locked(lock.byName(), lock.at(), lock.reason())));
    }

    /** Why the actor may not do this now; absent if it may. The one check behind "may I?" and "do it". */
    public Optional<Refusal> objectionTo(RunAction action, Actor actor, Instant now) {
        return right(action, actor).or(() -> run.objectionTo(action)).or(() -> turn(action, now));
    }

    private Optional<Refusal> right(RunAction action, Actor actor) {
        if (!actor.sees(workspace.organization()) || !action.isOpenTo(actor)) {
            return Optional.of(new Refusal.NotFound(Subject.RUN));
        }
        boolean foreign = actor.may(Right.REPORT_RUNS)
                && run.runner().isPresent()
                && !run.runner().equals(actor.account());
        return foreign ? Optional.of(new Refusal.HeldByAnotherRunner(run.id().value())) : Optional.empty();
    }

    private Optional<Refusal> turn(RunAction action, Instant now) {
        return action == RunAction.START_PLAN
                ? blocker(now).map(blocker -> new Refusal.NotItsTurn(run.id().value(), blocker.sentence()))
                : Optional.empty();
    }
}
