package dev.signalbox.domain.testing;

import dev.signalbox.domain.attention.Output;
import dev.signalbox.domain.run.Heartbeat;
import java.time.Instant;
import java.util.Optional;

/** What a store makes of what heartbeats say of output. */
final class InMemoryOutput {

    private InMemoryOutput() {}

    /** After the heartbeat; absent if there was nothing and it says nothing. */
    static Optional<Output> of(Optional<Heartbeat> before, Optional<Output> known, Heartbeat heartbeat) {
        Optional<String> lastLine =
                before.map(heartbeat::after).orElse(heartbeat).lastLine();
        if (!heartbeat.tellsOfOutput()) {
            return known.map(output -> new Output(output.toldAt(), output.grownAt(), lastLine));
        }
        Optional<Instant> grownAt = heartbeat.tellsOfNewOutput(before.orElseGet(() -> Heartbeat.at(heartbeat.at())))
                ? Optional.of(heartbeat.at())
                : known.flatMap(Output::grownAt);
        return Optional.of(new Output(heartbeat.at(), grownAt, lastLine));
    }
}
