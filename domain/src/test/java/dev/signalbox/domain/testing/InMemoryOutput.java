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
        boolean otherBytes = heartbeat
                .outputBytes()
                .filter(bytes ->
                        !bytes.equals(before.flatMap(Heartbeat::outputBytes).orElse(0L)))
                .isPresent();
        boolean otherTime =
                heartbeat.outputAt().isPresent() && !heartbeat.outputAt().equals(before.flatMap(Heartbeat::outputAt));
        Optional<Instant> grownAt =
                otherBytes || otherTime ? Optional.of(heartbeat.at()) : known.flatMap(Output::grownAt);
        return Optional.of(new Output(heartbeat.at(), grownAt, lastLine));
    }
}
