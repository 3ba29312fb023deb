package dev.signalbox.domain.port.in;

import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Directive;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.Standing;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingValues;
import java.time.Instant;
import java.util.Optional;

/**
 * What a runner is told with every answer.
 *
 * @param waitingFor what a pending run waits for
 * @param sharesLog whether an administrator has chosen that the runner sends the log
 */
public record RunnerReceipt(
        RunId run, Directive directive, RunStatus status, Optional<Blocker> waitingFor, boolean sharesLog) {

    /** What of it is told at once to a runner that waits for news. */
    public Standing standing() {
        return new Standing(status, directive);
    }

    /**
     * What is to be told of the run as it stands.
     *
     * @param inForce what holds for the run's workspace
     */
    public static RunnerReceipt of(RunInWorkspace seen, SettingValues inForce, Instant now) {
        Run run = seen.run();
        return new RunnerReceipt(
                run.id(), run.directive(), run.status(), seen.blocker(now), inForce.isSet(Setting.SHARE_LOG));
    }
}
