package dev.signalbox.domain.port.in;

import dev.signalbox.domain.run.RunnerProcess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a runner tells with a heartbeat; what it does not tell stays as it was told before, but for processes and lines
 * that may be the last no longer.
 *
 * @param sentAt what the runner's clock showed when it sent this, so that a clock that is wrong does no harm
 * @param outputAt when the command last printed something, by the same clock
 * @param outputBytes how much it has printed
 * @param lastLines the last lines it printed, as they were printed; the runner's owner chose to share them
 */
public record SignOfLife(
        Optional<Instant> sentAt,
        Optional<Instant> outputAt,
        Optional<Long> outputBytes,
        RunnerProcess process,
        List<String> lastLines) {

    /** That the runner is alive, and nothing else. */
    public static final SignOfLife BARE = of(Optional.empty(), Optional.empty());

    /** Keeps a copy that nobody can change. */
    public SignOfLife {
        lastLines = List.copyOf(lastLines);
    }

    /** What is known of the output alone, by a clock that is right. */
    public static SignOfLife of(Optional<Instant> outputAt, Optional<Long> outputBytes) {
        return new SignOfLife(Optional.empty(), outputAt, outputBytes, RunnerProcess.UNKNOWN, List.of());
    }
}
