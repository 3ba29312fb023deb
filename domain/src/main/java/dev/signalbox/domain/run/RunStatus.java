package dev.signalbox.domain.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a run stands.
 *
 * <p>The first twelve are those of the Admin Runs API of 2018, in its order; {@link #PLANNED_AND_FINISHED} came later
 * and is known to newer clients.
 */
public enum RunStatus {
    PENDING(Stage.WAITING),
    PLANNING(Stage.RUNNING),
    PLANNED(Stage.WAITING),
    CONFIRMED(Stage.WAITING),
    APPLYING(Stage.RUNNING),
    APPLIED(Stage.FINAL),
    DISCARDED(Stage.FINAL),
    ERRORED(Stage.FINAL),
    CANCELED(Stage.FINAL),
    POLICY_CHECKING(Stage.RUNNING),
    POLICY_OVERRIDE(Stage.WAITING),
    POLICY_CHECKED(Stage.WAITING),
    PLANNED_AND_FINISHED(Stage.FINAL);

    private static final List<RunStatus> WAY =
            List.of(PENDING, PLANNING, PLANNED, POLICY_CHECKING, POLICY_OVERRIDE, POLICY_CHECKED, CONFIRMED, APPLYING);

    private enum Stage {
        WAITING,
        RUNNING,
        FINAL
    }

    private final Stage stage;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    RunStatus(Stage stage) {
        this.stage = stage;
    }

    /** Tells whether nothing can happen to a run in this status any more. */
    public boolean isFinal() {
        return stage == Stage.FINAL;
    }

    /** Tells whether a runner holds a phase, so that ending the record does not yet end a process. */
    public boolean isHeldByRunner() {
        return stage == Stage.RUNNING;
    }

    /** Its place on a run's way, all ends being last: it parts two statuses that were entered in one millisecond. */
    public int place() {
        return isFinal() ? WAY.size() : WAY.indexOf(this);
    }

    /** The name in the API's {@code status} attribute and {@code filter[status]}: lower case with underscores. */
    public String wireName() {
        return wireName;
    }

    /** Reads {@link #wireName()}; an unknown name is absent, as the API lets unknown statuses match nothing. */
    public static Optional<RunStatus> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(name))
                .findFirst();
    }
}
