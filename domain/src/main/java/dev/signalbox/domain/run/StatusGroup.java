package dev.signalbox.domain.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Statuses that are asked for together. What belongs to a group follows from the statuses and {@link RunLifecycle}. */
public enum StatusGroup {
    NON_FINAL(status -> !status.isFinal()),
    FINAL(RunStatus::isFinal),
    DISCARDABLE(status -> allows(status, RunAction.DISCARD)),
    /** A runner works on the run, or is about to. */
    ACTIVE(status -> status.isHeldByRunner() || allows(status, RunAction.START_APPLY)),
    /** The run waits for a person. */
    WAITING(status -> allows(status, RunAction.CONFIRM) || allows(status, RunAction.OVERRIDE_POLICY));

    // An unmodifiable view of a set that nobody else has; the checker knows only the type.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<RunStatus> statuses;

    StatusGroup(Predicate<RunStatus> belongs) {
        this.statuses = Collections.unmodifiableSet(Arrays.stream(RunStatus.values())
                .filter(belongs)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RunStatus.class))));
    }

    private static boolean allows(RunStatus status, RunAction action) {
        return RunLifecycle.target(status, action).isPresent();
    }

    /** The statuses in the group. */
    public Set<RunStatus> statuses() {
        return statuses;
    }

    /** The name in {@code filter[status_group]}: lower case with underscores. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #wireName()}; an unknown name is absent. */
    public static Optional<StatusGroup> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(group -> group.wireName().equals(name))
                .findFirst();
    }
}
