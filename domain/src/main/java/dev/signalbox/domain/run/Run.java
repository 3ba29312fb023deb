package dev.signalbox.domain.run;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Terraform run: submitted, planned, perhaps confirmed, applied, or ended before.
 *
 * <p>A run is never changed: a move is a named method that returns the run as it is afterwards, or throws {@link
 * Refused} with {@link Refusal.AlreadyFinal} or {@link Refusal.MoveNotAllowed} where {@link RunLifecycle} lists no such
 * move. Time comes in as an argument, in whole milliseconds.
 *
 * @param statusTimestamps when the run entered each status it has been in, but for the first, which is {@link
 *     #createdAt}
 * @param forceCanceledAt when a site admin forced it to canceled
 * @param hasChanges false until the plan says otherwise
 * @param runner the account whose runner claimed the run, whichever of its tokens it uses
 * @param lastReport the last report that was taken
 * @param ending what is known of the process, once an end was asked for while a runner held a phase
 */
public record Run(
        RunId id,
        WorkspaceId workspace,
        Submission submission,
        Instant createdAt,
        RunStatus status,
        Map<RunStatus, Instant> statusTimestamps,
        Optional<Instant> forceCanceledAt,
        boolean hasChanges,
        Plan plan,
        Apply apply,
        Optional<AccountId> runner,
        ReportMark lastReport,
        Optional<Ending> ending) {

    /** Refuses, as a programming error, a run that no sequence of moves could have made. */
    public Run {
        statusTimestamps =
                statusTimestamps.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(statusTimestamps));
        RunCoherence.check(status, statusTimestamps, forceCanceledAt, hasChanges, plan, apply, ending);
        Milliseconds.check(createdAt);
    }

    /** A run that has just been submitted. */
    public static Run submitted(
            RunId id, WorkspaceId workspace, PlanId plan, ApplyId apply, Submission submission, Instant at) {
        return new Run(
                id,
                workspace,
                submission,
                at,
                RunStatus.PENDING,
                Map.of(),
                Optional.empty(),
                false,
                new Plan(plan, Phase.PENDING, Optional.empty()),
                new Apply(apply, Phase.PENDING),
                Optional.empty(),
                ReportMark.NONE,
                Optional.empty());
    }

    /** Why the run's status does not allow the action; absent if it does. */
    public Optional<Refusal> objectionTo(RunAction action) {
        if (RunLifecycle.target(status, action).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                status.isFinal()
                        ? new Refusal.AlreadyFinal(id.value(), status.wireName())
                        : new Refusal.MoveNotAllowed(id.value(), status.wireName(), action.label()));
    }

    /** A runner starts the plan. Whether it is the run's turn is the workspace's to say. */
    public Run planStarted(Instant at) {
        return moved(RunAction.START_PLAN, at).plan(plan.phase().started(at)).build();
    }

    /** The plan finished; what follows depends on whether anything is left to apply. */
    public Run planFinished(PlanOutcome outcome, Instant at) {
        boolean toApply = outcome.hasChanges() && !submission.planOnly();
        RunDraft next = moved(toApply ? RunAction.FINISH_PLAN : RunAction.FINISH_PLAN_FOR_GOOD, at)
                .hasChanges(outcome.hasChanges())
                .counts(outcome.counts())
                .plan(plan.phase().ended(PhaseStatus.FINISHED, at));
        return (toApply ? next : next.apply(Phase.UNREACHABLE)).build();
    }

    /** A runner starts to check policies. */
    public Run policyCheckStarted(Instant at) {
        return moved(RunAction.START_POLICY_CHECK, at).build();
    }

    /** All policies passed. */
    public Run policyCheckPassed(Instant at) {
        return moved(RunAction.PASS_POLICY_CHECK, at).build();
    }

    /** A soft-mandatory policy failed: a person has to decide. */
    public Run policyCheckSoftFailed(Instant at) {
        return moved(RunAction.SOFT_FAIL_POLICY_CHECK, at).build();
    }

    /** A person overrides the policies that failed. */
    public Run policyOverridden(Instant at) {
        return moved(RunAction.OVERRIDE_POLICY, at).build().autoApplied(at);
    }

    /** A person, or auto-apply, lets the plan be applied. */
    public Run confirmed(Instant at) {
        return moved(RunAction.CONFIRM, at).build();
    }

    /** The run, confirmed if it was asked for so and may be confirmed now; else as it is. */
    public Run autoApplied(Instant at) {
        return submission.autoApply() && objectionTo(RunAction.CONFIRM).isEmpty() ? confirmed(at) : this;
    }

    /** A runner starts the apply. */
    public Run applyStarted(Instant at) {
        return moved(RunAction.START_APPLY, at).apply(apply.phase().started(at)).build();
    }

    /** The apply finished. */
    public Run applyFinished(Instant at) {
        return moved(RunAction.FINISH_APPLY, at)
                .apply(apply.phase().ended(PhaseStatus.FINISHED, at))
                .build();
    }

    /** A phase failed, or could not be started. */
    public Run failed(Instant at) {
        return ended(RunAction.FAIL, PhaseStatus.ERRORED, at).build();
    }

    /** A user decides that the plan is not to be applied. */
    public Run discarded(Instant at) {
        return ended(RunAction.DISCARD, PhaseStatus.CANCELED, at).build();
    }

    /**
     * A user asks for an end: done at once where nobody holds a phase, else once the runner has stopped; asking again
     * changes nothing.
     */
    public Run cancelAsked(Instant at) {
        if (!status.isHeldByRunner()) {
            return ended(RunAction.CANCEL, PhaseStatus.CANCELED, at).build();
        }
        return ending.isPresent()
                ? this
                : RunDraft.of(this).ending(Ending.requested(status, at)).build();
    }

    /** The runner takes the run back; what ran has ended. */
    public Run withdrawn(Instant at) {
        return ended(RunAction.WITHDRAW, PhaseStatus.CANCELED, at).build();
    }

    /** A site admin forces the run to errored, whatever is happening. */
    public Run forcedToErrored(Instant at) {
        return forced(RunAction.FORCE_ERRORED, PhaseStatus.ERRORED, at).build();
    }

    /** A site admin forces the run to canceled, whatever is happening. */
    public Run forcedToCanceled(Instant at) {
        return forced(RunAction.FORCE_CANCELED, PhaseStatus.CANCELED, at)
                .forceCanceledAt(at)
                .build();
    }

    /** The run, claimed by the account's runner. */
    public Run claimedBy(AccountId account) {
        return RunDraft.of(this).runner(account).build();
    }

    /** The run, with the report counted. */
    public Run marked(ReportMark report) {
        return RunDraft.of(this).lastReport(report).build();
    }

    /** The runner says that it is stopping. */
    public Run endingAcknowledged(Instant at) {
        return ending.map(e -> RunDraft.of(this).ending(e.acknowledged(at)).build())
                .orElse(this);
    }

    /** The runner says that nothing is alive any more. */
    public Run processGone(ProcessExit exit, Instant at) {
        return ending.map(e -> RunDraft.of(this).ending(e.gone(exit, at)).build())
                .orElse(this);
    }

    /** A site admin declares gone what a silent runner left behind. */
    public Run released(Instant at) {
        return ending.map(e -> RunDraft.of(this).ending(e.released(at)).build()).orElse(this);
    }

    /**
     * Tells whether something of this run may still be running that the workspace's next run must wait for.
     *
     * @param lastHeardAt when the runner was last heard of, if ever
     */
    public boolean holdsWorkspace(Instant now, Optional<Instant> lastHeardAt) {
        return !submission.planOnly()
                && ending.filter(e -> e.holdsWorkspace(now, lastHeardAt)).isPresent();
    }

    /** What the runner is to do. */
    public Directive directive() {
        return Standing.of(status, ending).directive();
    }

    private RunDraft moved(RunAction action, Instant at) {
        objectionTo(action).ifPresent(refusal -> {
            throw new Refused(refusal);
        });
        return RunDraft.of(this).status(RunLifecycle.target(status, action).orElseThrow(), at);
    }

    private RunDraft forced(RunAction action, PhaseStatus phases, Instant at) {
        RunDraft next = ended(action, phases, at);
        return status.isHeldByRunner() && ending.isEmpty() ? next.ending(Ending.requested(status, at)) : next;
    }

    /** Ends what the run's status says is under way or promised; what was never reached stays so. */
    private RunDraft ended(RunAction action, PhaseStatus phases, Instant at) {
        RunDraft next = moved(action, at);
        Phase planned = switch (plan.phase().status()) {
            case PENDING -> Phase.UNREACHABLE;
            case RUNNING -> plan.phase().ended(phases, at);
            case FINISHED, ERRORED, CANCELED, UNREACHABLE -> plan.phase();
        };
        boolean promised = status == RunStatus.CONFIRMED || status == RunStatus.APPLYING;
        return next.plan(planned).apply(promised ? apply.phase().ended(phases, at) : Phase.UNREACHABLE);
    }
}
