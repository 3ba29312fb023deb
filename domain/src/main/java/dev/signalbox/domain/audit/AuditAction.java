package dev.signalbox.domain.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an actor did. */
public enum AuditAction {
    RUN_SUBMITTED,
    RUN_CONFIRMED,
    RUN_DISCARDED,
    RUN_CANCELED,
    RUN_POLICY_OVERRIDDEN,
    RUN_FORCED_TO_ERRORED,
    RUN_FORCED_TO_CANCELED,
    RUNS_EXPORTED,
    BULK_END_REQUESTED,
    BULK_END_PAUSED,
    BULK_END_RESUMED,
    BULK_END_STOPPED,
    BULK_END_EXPORTED,
    WORKSPACE_HOLD_RELEASED,
    WORKSPACE_CREATED,
    WORKSPACE_LOCKED,
    WORKSPACE_UNLOCKED,
    WORKSPACE_FORCE_UNLOCKED,
    WORKSPACE_DELETED,
    ORGANIZATION_CREATED,
    ORGANIZATION_DELETED,
    ACCOUNT_CREATED,
    ACCOUNT_ROLE_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    ACCOUNT_PASSWORD_CHANGED,
    ACCOUNT_PASSWORD_RESET,
    TOKEN_CREATED,
    TOKEN_NARROWED,
    TOKEN_REVOKED,
    AUDIT_EXPORTED,
    SETTINGS_CHANGED,
    SIGNED_IN;

    /** Reads a {@link #label()}; an unknown one is absent. */
    public static Optional<AuditAction> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(action -> action.label().equals(label))
                .findFirst();
    }

    /** Tells whether a run was forced to an end. */
    public boolean isForcedEnd() {
        return this == RUN_FORCED_TO_ERRORED || this == RUN_FORCED_TO_CANCELED;
    }

    /** The name for people, filters and storage: lower case with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
