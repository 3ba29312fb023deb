package dev.signalbox.app.simulation;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What Signalbox must find of a run that hangs.
 *
 * @param since what the limit counts from
 * @param sentence all that is said to a person
 */
record Hang(Span since, Duration limit, String kind, Pattern sentence) {

    /**
     * Says in {@code words} how long it took with {@code TIME}, who did it with {@code WHO}, and with {@code LAST} where
     * the last line may follow; all else stands there literally.
     */
    static Hang of(Span since, Duration limit, String kind, String words) {
        String literal = Pattern.quote(words)
                .replace("TIME", "\\E(\\d+ s|\\d+ min)\\Q")
                .replace("WHO", "\\E[^:;]+\\Q")
                .replace("LAST", "\\E(; last line: .*)?\\Q");
        return new Hang(since, limit, kind, Pattern.compile(literal));
    }

    /** Of one that waits for a run that hangs so. */
    Hang behind(String run) {
        return new Hang(
                since, limit, "behind-run", Pattern.compile(Pattern.quote("waits for " + run + ": ") + sentence));
    }

    /** While the server is away it finds nothing, and once it is back it gives runners the time of a lost heartbeat. */
    long mustBeFoundBy(Duration within, Span serverAway) {
        long end = since.latestEndOf(limit.plus(within));
        return since.from() < serverAway.to() && end > serverAway.from()
                ? Math.max(end, serverAway.latestEndOf(Limits.LOST.plus(within)))
                : end;
    }
}
