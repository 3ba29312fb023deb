package dev.signalbox.domain.run;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;

/** How many resources a plan would create, change and destroy; one that is replaced is created and destroyed. */
public record PlanCounts(int additions, int changes, int destructions) {

    /** Refuses {@link Refusal.InvalidAttribute} a negative count. */
    public PlanCounts {
        check("resource-additions", additions);
        check("resource-changes", changes);
        check("resource-destructions", destructions);
    }

    private static void check(String attribute, int count) {
        if (count < 0) {
            throw new Refused(new Refusal.InvalidAttribute(attribute, "must be 0 or more"));
        }
    }
}
