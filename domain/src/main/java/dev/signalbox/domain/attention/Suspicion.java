package dev.signalbox.domain.attention;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What must at least be so before anything in a workspace can need attention, for a store to find the few workspaces in
 * which the rules are worth asking. It may suspect too many, never too few.
 *
 * @param lowest no setting of any workspace is lower
 */
public record Suspicion(SettingValues lowest, Instant now) {

    /** A run whose runner was not heard of after this may be lost. */
    public Instant heardUntil() {
        return before(Setting.HEARTBEAT_LOST_SECONDS);
    }

    /** A pending run from before this without a runner may have none. */
    public Instant pendingSince() {
        return before(Setting.NO_RUNNER_SECONDS);
    }

    /** A run that has been in the status since before this may be overdue; absent where there is no limit. */
    public Optional<Instant> inStatusSince(RunStatus status) {
        return StatusRules.limit(status).map(this::before);
    }

    /** Output that was told of so long after it last grew may mean silence. */
    public Duration quiet() {
        return lowest.time(Setting.SILENCE_SECONDS);
    }

    private Instant before(Setting limit) {
        return now.minus(lowest.time(limit));
    }
}
