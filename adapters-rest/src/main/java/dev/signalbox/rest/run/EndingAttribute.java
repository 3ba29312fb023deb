package dev.signalbox.rest.run;

import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.rest.jsonapi.WireTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the process behind a run that was ended from outside. */
final class EndingAttribute {

    private EndingAttribute() {}

    /** Null if nobody asked for an end while a runner held a phase. */
    static @Nullable Map<String, @Nullable Object> of(RunInWorkspace standing, Instant now) {
        Optional<Ending> known = standing.run().ending();
        if (known.isEmpty()) {
            return null;
        }
        Ending ending = known.get();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stage", ending.stage().name().toLowerCase(Locale.ROOT));
        json.put("phase", ending.phase().wireName());
        json.put("requested-at", WireTime.milliseconds(ending.requestedAt()));
        json.put("acknowledged-at", time(ending.acknowledgedAt()));
        json.put("gone-at", time(ending.goneAt()));
        json.put("released-at", time(ending.releasedAt()));
        json.put("signal", ending.signal().orElse(null));
        json.put("exit-code", ending.exitCode().orElse(null));
        json.put("holds-workspace", standing.run().holdsWorkspace(now, standing.lastHeardAt()));
        return json;
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(WireTime::milliseconds).orElse(null);
    }
}
