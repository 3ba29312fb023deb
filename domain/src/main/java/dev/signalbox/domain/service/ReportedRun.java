package dev.signalbox.domain.service;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ReportMark;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunAction;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerReport;
import java.time.Instant;
import java.util.Optional;

/**
 * What a runner's report makes of a run.
 *
 * <p>A run that has ended keeps its status whatever is reported; only what is known of its process changes. A run whose
 * cancel was asked for ends with the first report that says that the process has ended; what the process achieved is
 * kept first, so a finished apply stays a finished apply.
 */
record ReportedRun(RunInWorkspace seen, RunnerReport report, Actor runner, Instant now) {

    /** The account that holds the runs of the actor; refuses anyone who is no runner or does not see the run. */
    static AccountId holder(RunInWorkspace seen, Actor actor) {
        actor.require(Right.REPORT_RUNS, Subject.RUN);
        actor.requireSight(seen.workspace().organization(), Subject.RUN);
        AccountId account = actor.account().orElseThrow(Refusals.notFound(Subject.RUN));
        if (seen.run().runner().filter(holder -> !holder.equals(account)).isPresent()) {
            throw new Refused(new Refusal.HeldByAnotherRunner(seen.run().id().value()));
        }
        return account;
    }

    /**
     * Tells whether the report is none that comes next; refuses one that is out of order, and a repetition of the last
     * with another event. Whether an older one is the same as then, the timeline knows.
     */
    boolean isRepeated() {
        ReportMark last = seen.run().lastReport();
        if (report.number() > last.number() + 1) {
            throw new Refused(new Refusal.ReportOutOfOrder(runId(), last.number() + 1, report.number()));
        }
        if (report.number() == last.number() + 1) {
            return false;
        }
        if (report.number() == last.number() && !last.event().equals(Optional.of(report.event()))) {
            throw new Refused(new Refusal.ReportConflict(runId(), report.number()));
        }
        return true;
    }

    /** The run after the report, claimed by its holder and with the report counted. */
    Run after(AccountId holder) {
        Run run = seen.run();
        Run moved = run.status().isFinal() ? told(run) : decided(run, told(run));
        return moved.claimedBy(holder).marked(new ReportMark(report.number(), Optional.of(report.event())));
    }

    /** The run with what the report says of a process that was asked to end. */
    private Run told(Run run) {
        if (report.event().endsProcess()) {
            return run.processGone(report.exit(), now);
        }
        return report.event() == RunnerEvent.STOPPING ? run.endingAcknowledged(now) : run;
    }

    private Run decided(Run before, Run told) {
        boolean cancelAsked = before.ending().filter(Ending::awaitsRunner).isPresent();
        Run moved = moved(told, cancelAsked);
        boolean endsNow =
                cancelAsked && report.event().endsProcess() && !moved.status().isFinal();
        return endsNow ? moved.cancelAsked(now) : moved;
    }

    private Run moved(Run run, boolean cancelAsked) {
        return switch (report.event()) {
            case PLAN_STARTED -> allowed(RunAction.START_PLAN, run).planStarted(now);
            case PLAN_FINISHED ->
                autoApplied(
                        allowed(RunAction.FINISH_PLAN, run).planFinished(outcome(), now),
                        cancelAsked || outcome().policyCheck());
            case POLICY_CHECK_STARTED ->
                allowed(RunAction.START_POLICY_CHECK, run).policyCheckStarted(now);
            case POLICY_CHECK_PASSED ->
                autoApplied(allowed(RunAction.PASS_POLICY_CHECK, run).policyCheckPassed(now), cancelAsked);
            case POLICY_CHECK_SOFT_FAILED ->
                allowed(RunAction.SOFT_FAIL_POLICY_CHECK, run).policyCheckSoftFailed(now);
            case CONFIRMED -> allowed(RunAction.CONFIRM, run).confirmed(now);
            case APPLY_STARTED -> allowed(RunAction.START_APPLY, run).applyStarted(now);
            case APPLY_FINISHED -> allowed(RunAction.FINISH_APPLY, run).applyFinished(now);
            case START_FAILED -> failedIn(RunStatus.PENDING, run);
            case PLAN_FAILED -> failedIn(RunStatus.PLANNING, run);
            case POLICY_CHECK_FAILED -> failedIn(RunStatus.POLICY_CHECKING, run);
            case APPLY_FAILED -> failedIn(RunStatus.APPLYING, run);
            case WITHDRAWN -> allowed(RunAction.WITHDRAW, run).withdrawn(now);
            case GONE -> asked(run, cancelAsked).withdrawn(now);
            case STOPPING -> asked(run, cancelAsked);
        };
    }

    private Run allowed(RunAction action, Run run) {
        Refusals.raise(seen.objectionTo(action, runner, now));
        return run;
    }

    /** A failure names its phase, so that one of another phase is not taken for it. */
    private Run failedIn(RunStatus phase, Run run) {
        if (run.status() != phase) {
            throw notAllowed();
        }
        return allowed(RunAction.FAIL, run).failed(now);
    }

    /** A runner that was not asked to stop has nothing to say of stopping. */
    private Run asked(Run run, boolean cancelAsked) {
        if (!cancelAsked) {
            throw notAllowed();
        }
        return run;
    }

    private PlanOutcome outcome() {
        return report.plan().orElseThrow();
    }

    private Run autoApplied(Run run, boolean stays) {
        return stays ? run : run.autoApplied(now);
    }

    private Refused notAllowed() {
        return new Refused(new Refusal.MoveNotAllowed(
                runId(), seen.run().status().wireName(), report.event().wireName()));
    }

    private String runId() {
        return seen.run().id().value();
    }
}
