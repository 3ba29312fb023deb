package dev.signalbox.domain.testing;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.CiJob;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.PlanCounts;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.ReportMark;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.Submission;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes a run for a test by the moves that a real one takes, a second apart.
 *
 * <p>{@code ARun.with(ids).submittedAt(noon).autoApply().in(APPLYING)}.
 */
public final class ARun {

    private static final Duration STEP = Duration.ofSeconds(1);

    private final PlanId plan;
    private final ApplyId apply;
    private final AccountId runner;
    private RunId id;
    private WorkspaceId workspace;
    private Instant submittedAt = SettableClock.START;
    private Instant at = submittedAt;
    private boolean planOnly;
    private boolean autoApply;
    private boolean destroy;
    private Optional<String> message = Optional.empty();
    private Optional<String> key = Optional.empty();
    private Optional<AccountId> author = Optional.empty();
    private String authorName = "somebody";
    private Optional<CiJob> ci = Optional.empty();
    private Optional<PlanCounts> counts = Optional.empty();

    private ARun(Ids ids) {
        id = ids.run();
        plan = ids.plan();
        apply = ids.apply();
        runner = ids.account();
        workspace = ids.workspace();
    }

    /** A run with new identities, in a workspace of its own unless told otherwise. */
    public static ARun with(Ids ids) {
        return new ARun(ids);
    }

    /** Sets the identity. */
    public ARun id(RunId value) {
        id = value;
        return this;
    }

    /** Sets the workspace. */
    public ARun workspace(WorkspaceId value) {
        workspace = value;
        return this;
    }

    /** Sets when it was submitted; its moves follow a second apart. */
    public ARun submittedAt(Instant value) {
        submittedAt = value;
        return this;
    }

    /** Makes it end with its plan. */
    public ARun planOnly() {
        planOnly = true;
        return this;
    }

    /** Makes it confirm itself; a builder's run is confirmed by the same move. */
    public ARun autoApply() {
        autoApply = true;
        return this;
    }

    /** Makes it one of destruction. */
    public ARun destroy() {
        destroy = true;
        return this;
    }

    /** Sets the message. */
    public ARun message(String value) {
        message = Optional.of(value);
        return this;
    }

    /** Sets the submission's key. */
    public ARun key(String value) {
        key = Optional.of(value);
        return this;
    }

    /** Sets who submitted it. */
    public ARun author(AccountId account, String name) {
        author = Optional.of(account);
        authorName = name;
        return this;
    }

    /** Sets the CI job that it comes from. */
    public ARun ci(CiJob value) {
        ci = Optional.of(value);
        return this;
    }

    /** Sets what its plan counts, if that finds changes. */
    public ARun counts(PlanCounts value) {
        counts = Optional.of(value);
        return this;
    }

    /** The run on the shortest way to the status; a plan-only one gets no further than its plan. */
    public Run in(RunStatus status) {
        return switch (status) {
            case PENDING -> submitted();
            case PLANNING -> reported(in(RunStatus.PENDING).planStarted(next()), RunnerEvent.PLAN_STARTED);
            case PLANNED ->
                reported(
                        in(RunStatus.PLANNING).planFinished(new PlanOutcome(true, false, counts), next()),
                        RunnerEvent.PLAN_FINISHED);
            case CONFIRMED -> reported(in(RunStatus.PLANNED).confirmed(next()), RunnerEvent.CONFIRMED);
            case APPLYING -> reported(in(RunStatus.CONFIRMED).applyStarted(next()), RunnerEvent.APPLY_STARTED);
            case APPLIED -> reported(in(RunStatus.APPLYING).applyFinished(next()), RunnerEvent.APPLY_FINISHED);
            case DISCARDED -> in(RunStatus.PLANNED).discarded(next());
            case ERRORED -> reported(in(RunStatus.PLANNING).failed(next()), RunnerEvent.PLAN_FAILED);
            case CANCELED -> reported(in(RunStatus.PENDING).withdrawn(next()), RunnerEvent.WITHDRAWN);
            case POLICY_CHECKING ->
                reported(in(RunStatus.PLANNED).policyCheckStarted(next()), RunnerEvent.POLICY_CHECK_STARTED);
            case POLICY_OVERRIDE ->
                reported(
                        in(RunStatus.POLICY_CHECKING).policyCheckSoftFailed(next()),
                        RunnerEvent.POLICY_CHECK_SOFT_FAILED);
            case POLICY_CHECKED ->
                reported(in(RunStatus.POLICY_CHECKING).policyCheckPassed(next()), RunnerEvent.POLICY_CHECK_PASSED);
            case PLANNED_AND_FINISHED ->
                reported(in(RunStatus.PLANNING).planFinished(PlanOutcome.of(false), next()), RunnerEvent.PLAN_FINISHED);
        };
    }

    /** The run, forced to errored out of the status. */
    public Run forcedToErrored(RunStatus from) {
        return in(from).forcedToErrored(next());
    }

    /** The run, forced to canceled out of the status. */
    public Run forcedToCanceled(RunStatus from) {
        return in(from).forcedToCanceled(next());
    }

    /** The run, forced out of a status in which a runner holds it, with its ending as far as the stage. */
    public Run ending(RunStatus from, Ending.Stage stage) {
        Run forced = forcedToErrored(from);
        return switch (stage) {
            case REQUESTED -> forced;
            case ACKNOWLEDGED -> forced.endingAcknowledged(next());
            case RELEASED -> forced.endingAcknowledged(next()).released(next());
            case GONE ->
                forced.endingAcknowledged(next())
                        .processGone(new ProcessExit(Optional.of("KILL"), Optional.of(137)), next());
        };
    }

    /** The same run, submitted at another instant, as a store keeps it whose clock has stepped back. */
    static Run submittedAt(Run run, Instant at) {
        return new Run(
                run.id(),
                run.workspace(),
                run.submission(),
                at,
                run.status(),
                run.statusTimestamps(),
                run.forceCanceledAt(),
                run.hasChanges(),
                run.plan(),
                run.apply(),
                run.runner(),
                run.lastReport(),
                run.ending());
    }

    private Run submitted() {
        at = submittedAt;
        Submission submission = new Submission(planOnly, autoApply, destroy, message, key, author, authorName, ci);
        return Run.submitted(id, workspace, plan, apply, submission, at);
    }

    private Run reported(Run run, RunnerEvent event) {
        int number = run.lastReport().number() + 1;
        return run.claimedBy(runner).marked(new ReportMark(number, Optional.of(event)));
    }

    private Instant next() {
        at = at.plus(STEP);
        return at;
    }
}
