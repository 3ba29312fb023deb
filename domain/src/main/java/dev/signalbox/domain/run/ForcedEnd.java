package dev.signalbox.domain.run;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The two ways in which a site admin forces a run to an end. */
public enum ForcedEnd {
    /** The {@code actions/cancel} of the Admin Runs API. */
    ERRORED(RunAction.FORCE_ERRORED, RunStatus.ERRORED),
    /** Today's {@code actions/force-cancel}. */
    CANCELED(RunAction.FORCE_CANCELED, RunStatus.CANCELED);

    private final RunAction action;
    private final RunStatus status;

    ForcedEnd(RunAction action, RunStatus status) {
        this.action = action;
        this.status = status;
    }

    /** What is asked of the run. */
    public RunAction action() {
        return action;
    }

    /** The status that the run ends in. */
    public RunStatus status() {
        return status;
    }

    /** The run, ended so. Refuses as {@link Run}'s moves do. */
    public Run of(Run run, Instant at) {
        return switch (this) {
            case ERRORED -> run.forcedToErrored(at);
            case CANCELED -> run.forcedToCanceled(at);
        };
    }

    /** Reads the wire name of {@link #status()}; any other is absent. */
    public static Optional<ForcedEnd> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(end -> end.status.wireName().equals(name))
                .findFirst();
    }
}
