package dev.signalbox.ui.run;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What speaks for and against a run's being stuck, for whoever is about to end it. */
record Indications(AttentionQueries attention, RunQueries runs, Actor actor) {

    /** Whether it needs attention, and what its command printed last, in sentences. */
    String sentences(RunInWorkspace place, Instant now) {
        RunId run = place.run().id();
        String found = RunEvidence.attention(attention.ofRun(run, actor));
        return place.run().status().isHeldByRunner()
                ? found + " " + output(runs.lastHeartbeat(run, actor), found, now)
                : found;
    }

    /** The kind of the strongest evidence; absent if there is none. */
    Optional<String> kind(RunId run) {
        return attention.ofRun(run, actor).attention().map(Attention::kind);
    }

    /** A line that was quoted already is not quoted again. */
    private static String output(Optional<Heartbeat> heartbeat, String said, Instant now) {
        String when = heartbeat
                .flatMap(Heartbeat::outputAt)
                .map(at -> "Last output " + ShortDuration.of(Duration.between(at, now)) + " ago")
                .orElse("When it last printed something is not known");
        return heartbeat
                        .flatMap(Heartbeat::lastLine)
                        .map(Text::excerpt)
                        .filter(line -> !said.contains(line))
                        .map(line -> when + ": \u201c" + line + "\u201d")
                        .orElse(when)
                + ".";
    }
}
