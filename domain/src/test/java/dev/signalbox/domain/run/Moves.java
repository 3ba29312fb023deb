package dev.signalbox.domain.run;

import java.time.Instant;

/** Which method of a run carries out which action. */
final class Moves {

    private Moves() {}

    static Run carryOut(RunAction action, Run run, Instant at) {
        return switch (action) {
            case START_PLAN -> run.planStarted(at);
            case FINISH_PLAN -> run.planFinished(PlanOutcome.of(true), at);
            case FINISH_PLAN_FOR_GOOD -> run.planFinished(PlanOutcome.of(false), at);
            case START_POLICY_CHECK -> run.policyCheckStarted(at);
            case PASS_POLICY_CHECK -> run.policyCheckPassed(at);
            case SOFT_FAIL_POLICY_CHECK -> run.policyCheckSoftFailed(at);
            case OVERRIDE_POLICY -> run.policyOverridden(at);
            case CONFIRM -> run.confirmed(at);
            case START_APPLY -> run.applyStarted(at);
            case FINISH_APPLY -> run.applyFinished(at);
            case FAIL -> run.failed(at);
            case DISCARD -> run.discarded(at);
            case CANCEL -> run.cancelAsked(at);
            case WITHDRAW -> run.withdrawn(at);
            case FORCE_ERRORED -> run.forcedToErrored(at);
            case FORCE_CANCELED -> run.forcedToCanceled(at);
        };
    }
}
