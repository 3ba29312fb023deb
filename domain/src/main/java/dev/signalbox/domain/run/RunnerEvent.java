package dev.signalbox.domain.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a runner can report; {@code docs/runner-protocol.md} says what each means. */
public enum RunnerEvent {
    PLAN_STARTED,
    PLAN_FINISHED,
    PLAN_FAILED,
    POLICY_CHECK_STARTED,
    POLICY_CHECK_PASSED,
    POLICY_CHECK_SOFT_FAILED,
    POLICY_CHECK_FAILED,
    CONFIRMED,
    APPLY_STARTED,
    APPLY_FINISHED,
    APPLY_FAILED,
    START_FAILED,
    WITHDRAWN,
    STOPPING,
    GONE;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in a report's {@code event} member: lower case with hyphens. */
    public String wireName() {
        return wireName;
    }

    /** Reads {@link #wireName()}; an unknown name is absent. */
    public static Optional<RunnerEvent> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(event -> event.wireName.equals(name))
                .findFirst();
    }

    /** Tells whether the runner reports with this that the process of its phase has ended. */
    public boolean endsProcess() {
        return switch (this) {
            case PLAN_FINISHED,
                    PLAN_FAILED,
                    POLICY_CHECK_PASSED,
                    POLICY_CHECK_SOFT_FAILED,
                    POLICY_CHECK_FAILED,
                    APPLY_FINISHED,
                    APPLY_FAILED,
                    WITHDRAWN,
                    GONE -> true;
            case PLAN_STARTED, POLICY_CHECK_STARTED, CONFIRMED, APPLY_STARTED, START_FAILED, STOPPING -> false;
        };
    }
}
