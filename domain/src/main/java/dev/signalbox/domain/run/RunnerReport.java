package dev.signalbox.domain.run;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.Optional;

/**
 * One report of a runner.
 *
 * @param number counts the reports of a run from 1 without gaps
 * @param plan what came out of the plan; there with {@link RunnerEvent#PLAN_FINISHED} and with nothing else
 * @param reason what the runner says of why; at most {@value #MAX_REASON_LENGTH} characters
 */
public record RunnerReport(
        int number, RunnerEvent event, Optional<PlanOutcome> plan, ProcessExit exit, Optional<String> reason) {

    /** The longest {@link #reason}, in characters. */
    public static final int MAX_REASON_LENGTH = 1_000;

    /**
     * Refuses {@link Refusal.InvalidAttribute} a number below 1, a finished plan of unknown outcome, and
     * a reason that is too long or holds a NUL.
     */
    public RunnerReport {
        if (number < 1) {
            throw new Refused(new Refusal.InvalidAttribute("number", "must be 1 or more"));
        }
        if (event == RunnerEvent.PLAN_FINISHED && plan.isEmpty()) {
            throw new Refused(new Refusal.InvalidAttribute("has-changes", "is required with plan-finished"));
        }
        Text.checkKept("reason", reason, MAX_REASON_LENGTH);
    }
}
