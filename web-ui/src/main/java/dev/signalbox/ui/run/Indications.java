package dev.signalbox.ui.run;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.run.Heartbeat;
import java.time.Duration;

/** What speaks for and against a run's being stuck, for whoever is about to end it. */
final class Indications {

    private Indications() {}

    /** Whether it needs attention, and what its command printed last, in sentences. */
    static String sentences(RunSight sight) {
        String found = RunEvidence.attention(sight.assessment());
        return sight.place().run().status().isHeldByRunner() ? found + " " + output(sight) : found;
    }

    /** A line that was quoted already is not quoted again. */
    private static String output(RunSight sight) {
        String when = sight.heartbeat()
                .flatMap(Heartbeat::outputAt)
                .map(at -> "Last output " + ShortDuration.of(Duration.between(at, sight.now())) + " ago")
                .orElse("When it last printed something is not known");
        return sight.heartbeat()
                        .flatMap(Heartbeat::lastLine)
                        .filter(line -> !sight.assessment().quotes(line))
                        .map(line -> when + ": \u201c" + Text.excerpt(line) + "\u201d")
                        .orElse(when)
                + ".";
    }
}
