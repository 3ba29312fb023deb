package dev.signalbox.domain.run;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.time.Instant;
import java.util.Optional;

/**
 * A runner's sign of life.
 *
 * @param outputAt when the command last printed something, by the runner's clock
 * @param outputBytes how much it has printed
 */
public record Heartbeat(Instant at, Optional<Instant> outputAt, Optional<Long> outputBytes) {

    /** Refuses {@link Refusal.InvalidAttribute} a negative number of bytes. */
    public Heartbeat {
        Milliseconds.check(at);
        Milliseconds.check(outputAt);
        if (outputBytes.filter(bytes -> bytes < 0).isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("output-bytes", "must be 0 or more"));
        }
    }
}
