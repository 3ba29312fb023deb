package dev.signalbox.domain.run;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A runner's sign of life.
 *
 * @param outputAt when the command last printed something
 * @param outputBytes how much it has printed
 * @param process where it runs
 * @param lastLines the end of what it printed, if the runner shares that; at most {@value #MAX_LINES} lines
 */
public record Heartbeat(
        Instant at,
        Optional<Instant> outputAt,
        Optional<Long> outputBytes,
        RunnerProcess process,
        List<String> lastLines) {

    /** The most {@link #lastLines}. */
    public static final int MAX_LINES = 20;

    /**
     * How far apart two times of the same output may be told: runners tell whole seconds, and what they send is under
     * way for a while.
     */
    public static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /**
     * Refuses {@link Refusal.InvalidAttribute} a negative number of bytes, a time of output that no clock shows, and
     * more lines than the last.
     */
    public Heartbeat {
        Milliseconds.check(at);
        Milliseconds.check(outputAt);
        lastLines = List.copyOf(lastLines);
        if (outputBytes.filter(bytes -> bytes < 0).isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("output-bytes", "must be 0 or more"));
        }
        if (outputAt.filter(time -> time.isBefore(EARLIEST) || time.isAfter(LATEST))
                .isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("output-at", "must lie between the years 1970 and 9999"));
        }
        if (lastLines.size() > MAX_LINES) {
            throw new Refused(new Refusal.InvalidAttribute("last-lines", "holds more than " + MAX_LINES + " lines"));
        }
    }

    /** What was printed last that is not blank, if the runner shares it. */
    public Optional<String> lastLine() {
        return lastLine(lastLines);
    }

    /** The last of these lines that is not blank. */
    public static Optional<String> lastLine(List<String> lines) {
        return lines.reversed().stream().filter(line -> !line.isBlank()).findFirst();
    }

    /** A sign of life and nothing else. */
    public static Heartbeat at(Instant at) {
        return new Heartbeat(at, Optional.empty(), Optional.empty(), RunnerProcess.UNKNOWN, List.of());
    }

    /**
     * Tells whether the command has printed since an earlier one told of it. Bytes decide, also fewer, as of a new
     * command; only where this one tells of none, a time that lies elsewhere by more than {@link #TOLERANCE}.
     */
    public boolean tellsOfNewOutput(Heartbeat before) {
        return outputBytes
                .map(bytes -> !bytes.equals(before.outputBytes.orElse(0L)))
                .orElseGet(() -> outputAt.filter(time -> before.outputAt
                                .filter(known -> isTheSame(known, time))
                                .isEmpty())
                        .isPresent());
    }

    private static boolean isTheSame(Instant known, Instant time) {
        return Duration.between(known, time).abs().compareTo(TOLERANCE) <= 0;
    }

    /**
     * This one, with what an earlier one told and this one does not; the time of the same output stays as it was. No
     * longer told are processes, which may have ended, and the last lines before output that is not shared.
     */
    public Heartbeat after(Heartbeat before) {
        boolean isNew = tellsOfNewOutput(before);
        return new Heartbeat(
                at,
                isNew ? outputAt.or(before::outputAt) : before.outputAt.or(() -> outputAt),
                outputBytes.or(before::outputBytes),
                new RunnerProcess(
                        process.host().or(before.process()::host), process.id(), process.count(), process.ids()),
                isNew || !lastLines.isEmpty() ? lastLines : before.lastLines());
    }

    /** This one, as a runner says it whose process is this. */
    public Heartbeat of(RunnerProcess known) {
        return new Heartbeat(at, outputAt, outputBytes, known, lastLines);
    }

    /** What of it still holds where the run stands: processes are there only while a runner's command is at work. */
    public Heartbeat in(Run run) {
        boolean atWork = run.status().isHeldByRunner()
                || run.ending().filter(Ending::awaitsRunner).isPresent();
        return atWork ? this : of(process.hostAlone());
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
