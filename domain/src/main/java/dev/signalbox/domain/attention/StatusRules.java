package dev.signalbox.domain.attention;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.settings.Setting;
import java.util.Optional;

/**
 * Which rules hold in which status. One that waits for a person has none: waiting is never stuck, however long it
 * takes, and whether or not the runner is still there.
 */
final class StatusRules {

    private StatusRules() {}

    /** The limit for the time in the status. */
    static Optional<Setting> limit(RunStatus status) {
        return Optional.ofNullable(
                switch (status) {
                    case PLANNING -> Setting.PLANNING_SECONDS;
                    case POLICY_CHECKING -> Setting.POLICY_CHECKING_SECONDS;
                    case CONFIRMED -> Setting.CONFIRMED_SECONDS;
                    case APPLYING -> Setting.APPLYING_SECONDS;
                    case PENDING, PLANNED, POLICY_OVERRIDE, POLICY_CHECKED -> null;
                    case APPLIED, DISCARDED, ERRORED, CANCELED, PLANNED_AND_FINISHED -> null;
                });
    }

    /** Whether nothing goes on without the run's runner. */
    static boolean needsRunner(RunStatus status) {
        return switch (status) {
            case PENDING, PLANNING, POLICY_CHECKING, CONFIRMED, APPLYING -> true;
            case PLANNED, POLICY_OVERRIDE, POLICY_CHECKED -> false;
            case APPLIED, DISCARDED, ERRORED, CANCELED, PLANNED_AND_FINISHED -> false;
        };
    }

    /** Whether a command is at work that prints what it does. */
    static boolean prints(RunStatus status) {
        return status == RunStatus.PLANNING || status == RunStatus.APPLYING;
    }

    /**
     * Says whether a run whose runner is lost is ended. While it is pending nothing has run, and it keeps the others of
     * its workspace waiting; while policies are checked nothing has been applied yet.
     */
    static Optional<Setting> endOfLost(RunStatus status) {
        return Optional.ofNullable(
                switch (status) {
                    case PENDING, PLANNING, POLICY_CHECKING -> Setting.END_LOST_PLANS;
                    case APPLYING -> Setting.END_LOST_APPLIES;
                    case PLANNED, POLICY_OVERRIDE, POLICY_CHECKED, CONFIRMED -> null;
                    case APPLIED, DISCARDED, ERRORED, CANCELED, PLANNED_AND_FINISHED -> null;
                });
    }

    /** Says whether a run that has passed {@link #limit} is ended. */
    static Optional<Setting> endOfOverdue(RunStatus status) {
        return Optional.ofNullable(
                switch (status) {
                    case PLANNING, POLICY_CHECKING -> Setting.END_OVERDUE_PLANS;
                    case CONFIRMED, APPLYING -> Setting.END_OVERDUE_APPLIES;
                    case PENDING, PLANNED, POLICY_OVERRIDE, POLICY_CHECKED -> null;
                    case APPLIED, DISCARDED, ERRORED, CANCELED, PLANNED_AND_FINISHED -> null;
                });
    }
}
