package dev.signalbox.domain.run;

/** The plan of a run: what Terraform would do. */
public record Plan(PlanId id, Phase phase) {

    Plan with(Phase changed) {
        return new Plan(id, changed);
    }
}
