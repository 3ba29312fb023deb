package dev.signalbox.domain.run;

import java.util.Optional;

/**
 * What came out of a plan.
 *
 * @param hasChanges whether it found something to change
 * @param policyCheck a policy check follows, so that the plan does not confirm itself before that has passed
 * @param counts absent if the runner did not count
 */
public record PlanOutcome(boolean hasChanges, boolean policyCheck, Optional<PlanCounts> counts) {

    /** The outcome of a plan that nobody counted and no policy is checked of. */
    public static PlanOutcome of(boolean hasChanges) {
        return new PlanOutcome(hasChanges, false, Optional.empty());
    }
}
