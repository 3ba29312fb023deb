package dev.signalbox.domain.attention;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What must at least be so before anything in a workspace can need attention, for a store to find the few workspaces in
 * which the rules are worth asking. It may suspect too many, never too few.
 *
 * @param lowest no setting of any workspace is lower
 */
public record Suspicion(SettingValues lowest, Instant now) {

    /** The statuses in which {@link #heardUntil} matters. */
    public static Set<RunStatus> needingRunner() {
        return all(StatusRules::needsRunner);
    }

    /** The statuses in which {@link #quiet} matters. */
    public static Set<RunStatus> printing() {
        return all(StatusRules::prints);
    }

    /** A run whose runner was not heard of after this, or never, may be lost or have none. */
    public Instant heardUntil() {
        return before(Setting.HEARTBEAT_LOST_SECONDS);
    }

    /** A run that has been in the status since before this may be overdue; absent where there is no limit. */
    public Optional<Instant> inStatusSince(RunStatus status) {
        return StatusRules.limit(status).map(this::before);
    }

    /** Output that was told of so long after it last grew may mean silence. */
    public Duration quiet() {
        return lowest.time(Setting.SILENCE_SECONDS);
    }

    /** Output that grew after this was written down before the clock was set back. */
    public Instant ahead() {
        return now.plus(quiet());
    }

    private static Set<RunStatus> all(Predicate<RunStatus> which) {
        return Arrays.stream(RunStatus.values()).filter(which).collect(Collectors.toUnmodifiableSet());
    }

    private Instant before(Setting limit) {
        return now.minus(lowest.time(limit));
    }
}
