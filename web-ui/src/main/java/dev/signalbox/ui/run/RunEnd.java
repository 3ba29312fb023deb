package dev.signalbox.ui.run;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.ui.kit.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A record that ended is not yet a process that ended: what is known of both, in sentences. */
final class RunEnd {

    /** How long the last of a log may come after the end; a runner tries for ten seconds at a time. */
    private static final Duration LATE_LOG = Duration.ofMinutes(2);

    private RunEnd() {}

    /** Tells whether nothing about the run will change any more, its log included. */
    static boolean isSettled(RunInWorkspace place, Instant now) {
        Run run = place.run();
        return run.status().isFinal()
                && run.ending().filter(Ending::awaitsRunner).isEmpty()
                && lastChange(run).plus(LATE_LOG).isBefore(now);
    }

    private static Instant lastChange(Run run) {
        Stream<Instant> ended = run.ending().flatMap(ending -> ending.goneAt().or(ending::releasedAt)).stream();
        return Stream.concat(ended, run.statusTimestamps().values().stream())
                .max(Comparator.naturalOrder())
                .orElse(run.createdAt());
    }

    /** What a forced end has done so far. */
    static String result(RunInWorkspace after, RunInWorkspace before, Instant now) {
        String done = "The run is " + StatusLabel.words(after.run().status()) + ".";
        boolean processLeft = after.run().ending().filter(Ending::awaitsRunner).isPresent();
        if (!processLeft) {
            return done + " No runner was working on it.";
        }
        if (after.run().submission().planOnly()) {
            return done + " Its process is not known to be gone yet; a plan-only run holds nothing.";
        }
        return RunnerReach.isReachable(before, now)
                ? done
                        + " Its runner is told to stop with its next sign of life; until it reports that the"
                        + " process is gone,"
                        + " the workspace is held."
                : done
                        + " Its runner has been silent, so the process may still be going on, and the"
                        + " workspace is held.";
    }

    /** What happened to the process so far: asked, acknowledged, gone. */
    static String story(Ending ending) {
        StringBuilder story = new StringBuilder("Asked to end ")
                .append(Utc.full(ending.requestedAt()))
                .append(" while ")
                .append(StatusLabel.words(ending.phase()));
        ending.acknowledgedAt()
                .ifPresent(at -> story.append("; acknowledged by the runner ").append(Utc.full(at)));
        ending.goneAt()
                .ifPresent(at -> story.append("; gone ").append(Utc.full(at)).append(exit(ending)));
        ending.releasedAt()
                .ifPresent(at -> story.append("; released by a site admin ").append(Utc.full(at)));
        return story.append('.').toString();
    }

    /** What the process still holds. */
    static String hold(Run run, Ending ending, Instant now, Optional<Instant> lastHeardAt) {
        return switch (ending.stage()) {
            case GONE -> "The process is gone; nothing is held.";
            case RELEASED -> "A site admin declared the process gone; nothing is held.";
            case REQUESTED, ACKNOWLEDGED -> {
                if (run.submission().planOnly()) {
                    yield "The process is not known to be gone, but a plan-only run holds nothing.";
                }
                if (!run.holdsWorkspace(now, lastHeardAt)) {
                    yield "The process is not known to be gone, but its runner has been silent for longer than "
                            + ShortDuration.of(Ending.PLAN_HOLD_LIMIT)
                            + " and a plan changes nothing: nothing is held.";
                }
                yield "The process is not known to be gone: the workspace is held until "
                        + (ending.phase() == RunStatus.APPLYING
                                ? "the runner reports it gone or a site admin releases it."
                                : "the runner reports it gone or has been silent for "
                                        + ShortDuration.of(Ending.PLAN_HOLD_LIMIT) + ".");
            }
        };
    }

    private static String exit(Ending ending) {
        Optional<String> signal = ending.signal().map(name -> "signal " + name);
        Optional<String> code = ending.exitCode().map(number -> "exit " + number);
        if (signal.isPresent() && code.isPresent()) {
            return " (" + signal.get() + ", " + code.get() + ")";
        }
        return signal.or(() -> code).map(known -> " (" + known + ")").orElse("");
    }
}
