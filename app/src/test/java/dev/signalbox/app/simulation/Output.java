package dev.signalbox.app.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** What a command prints, as its runner tells of it by a clock that may be wrong. */
final class Output {

    private final Random random;
    private final long begin = System.nanoTime();
    private boolean isTold = true;
    private boolean isTicks;
    private long shortestPause = 200;
    private long longestPause = 8000;
    private Duration wrong = Duration.ZERO;
    private long bytes;
    private Instant printed = Instant.EPOCH;
    private long next = begin;
    private String line = "";

    Output(Random random) {
        this.random = random;
    }

    /** The runner never tells of output. */
    void isNotTold() {
        isTold = false;
    }

    /** Nothing but what Terraform itself prints each ten seconds while a provider is at work. */
    void isTicks() {
        isTicks = true;
        pauses(Duration.ofSeconds(10), Duration.ofMillis(10_001));
    }

    /** Between bursts nothing is printed for so long. */
    void pauses(Duration shortest, Duration longest) {
        shortestPause = shortest.toMillis();
        longestPause = longest.toMillis();
    }

    /** The runner's clock shows another time. */
    void clockIsWrongBy(Duration error) {
        wrong = error;
    }

    /** A last burst comes now, and nothing is printed any more. */
    void printsItsLast() {
        next = Math.min(next, System.nanoTime());
        grow();
        next = Long.MAX_VALUE;
    }

    /** The last line that was told of. */
    String lastLine() {
        return line;
    }

    /** A heartbeat's body, now. */
    String told() {
        grow();
        if (!isTold) {
            return "{}";
        }
        String at = bytes == 0
                ? ""
                : ", \"output-at\": \"%s\", \"last-lines\": [\"Plan: 3 to add\", \"%s\"]".formatted(printed, line);
        String shape = """
                {"sent-at": "%s", "output-bytes": %d, "host": "runner-1", "process-id": 4711, "process-count": 3%s}""";
        return shape.formatted(Instant.now().plus(wrong), bytes, at);
    }

    /** Lets all come that has been printed by now. */
    private void grow() {
        while (next <= System.nanoTime()) {
            String text = isTicks
                    ? "aws_db_instance.main: Still creating... [%ds elapsed]"
                            .formatted(Duration.ofNanos(next - begin).toSeconds())
                    : "module.m[" + random.nextInt(1000) + "]: Refreshing state...";
            bytes += isTicks ? text.length() : random.nextInt(20, 20_000);
            printed = Instant.now().plus(wrong).minusNanos(System.nanoTime() - next);
            line = text;
            next += Duration.ofMillis(random.nextLong(shortestPause, longestPause))
                    .toNanos();
        }
    }
}
