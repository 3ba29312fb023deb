package dev.signalbox.domain.port.in;

import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Directive;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What a runner is told with every answer.
 *
 * @param waitingFor what a pending run waits for
 */
public record RunnerReceipt(RunId run, Directive directive, RunStatus status, Optional<Blocker> waitingFor) {

    /** What is to be told of the run as it stands. */
    public static RunnerReceipt of(RunInWorkspace seen, Instant now) {
        Run run = seen.run();
        return new RunnerReceipt(run.id(), run.directive(), run.status(), seen.blocker(now));
    }
}
