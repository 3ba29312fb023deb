package dev.signalbox.domain.run;

import java.util.Locale;

/** Where a plan or an apply stands; the names are those of Terraform's plans and applies APIs. */
public enum PhaseStatus {
    PENDING,
    RUNNING,
    FINISHED,
    ERRORED,
    CANCELED,
    /** Never started, and never will be: the run ended before. */
    UNREACHABLE;

    /** Tells whether the phase will not change any more. */
    public boolean isFinal() {
        return this != PENDING && this != RUNNING;
    }

    /** The name in the API's {@code status} attribute. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
