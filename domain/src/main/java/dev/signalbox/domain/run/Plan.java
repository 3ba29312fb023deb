package dev.signalbox.domain.run;

import java.util.Optional;

/**
 * The plan of a run: what Terraform would do.
 *
 * @param counts absent until the runner has counted
 */
public record Plan(PlanId id, Phase phase, Optional<PlanCounts> counts) {

    Plan with(Phase changed) {
        return new Plan(id, changed, counts);
    }

    Plan counted(Optional<PlanCounts> counted) {
        return new Plan(id, phase, counted);
    }
}
