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

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /**
     * Refuses {@link Refusal.InvalidAttribute} a negative number of bytes, and a time of output that no clock shows.
     */
    public Heartbeat {
        Milliseconds.check(at);
        Milliseconds.check(outputAt);
        if (outputBytes.filter(bytes -> bytes < 0).isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("output-bytes", "must be 0 or more"));
        }
        if (outputAt.filter(time -> time.isBefore(EARLIEST) || time.isAfter(LATEST))
                .isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("output-at", "must lie between the years 1970 and 9999"));
        }
    }

    /** Tells whether it says anything of the command's output. */
    public boolean tellsOfOutput() {
        return outputAt.isPresent() || outputBytes.isPresent();
    }

    /** Tells whether it says that anything has ever been printed. */
    public boolean tellsOfSomePrinted() {
        return outputAt.isPresent() || outputBytes.filter(bytes -> bytes > 0).isPresent();
    }
}
