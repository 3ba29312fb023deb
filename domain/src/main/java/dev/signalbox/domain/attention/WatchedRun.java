package dev.signalbox.domain.attention;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What the rules of attention read of a run.
 *
 * @param since when it entered its status
 * @param broughtByRunner whether a runner submitted it, which is then the first that it said
 * @param claimed whether a runner has ever claimed it
 * @param lastHeardAt when its runner was last heard of, if ever
 * @param output what its runner has told of its command's output, if anything
 * @param forced who forced it to the end of which its process is not known to be gone
 */
public record WatchedRun(
        RunId id,
        RunStatus status,
        Instant since,
        boolean planOnly,
        boolean broughtByRunner,
        boolean claimed,
        Optional<Ending> ending,
        Optional<Instant> lastHeardAt,
        Optional<Output> output,
        Optional<Forcing> forced) {

    /** Refuses, as a programming error, an instant finer than a millisecond. */
    public WatchedRun {
        Milliseconds.check(since);
        Milliseconds.check(lastHeardAt);
    }

    /** What is read of the run. */
    public static WatchedRun of(
            Run run, Optional<Instant> lastHeardAt, Optional<Output> output, Optional<Forcing> forced) {
        return new WatchedRun(
                run.id(),
                run.status(),
                run.statusTimestamps().getOrDefault(run.status(), run.createdAt()),
                run.submission().planOnly(),
                run.submission().isByRunner(),
                run.runner().isPresent(),
                run.ending(),
                lastHeardAt,
                output,
                forced);
    }

    /** The run as it is seen now, with what was known of its output. */
    public WatchedRun seenAgain(RunInWorkspace now) {
        return of(now.run(), now.lastHeardAt(), output, forced);
    }

    /**
     * When its runner last said something of which a time is known; absent where none has. Whoever brought the run or
     * reported its phase has, but not who has only claimed what a user created, perhaps just now.
     */
    Optional<Instant> runnerSpokeAt() {
        boolean spoke = claimed && (broughtByRunner || isReported());
        return lastHeardAt.or(() -> Optional.of(since).filter(_ -> spoke));
    }

    /** Tells whether more is known of its runner than that it has brought or claimed the run. */
    boolean isHeardOf() {
        return lastHeardAt.isPresent() || isReported();
    }

    private boolean isReported() {
        return status != RunStatus.PENDING;
    }

    /** Tells whether it has its place in the workspace's queue, before all that were submitted later. */
    boolean isAhead() {
        return !planOnly && !status.isFinal();
    }

    /** Tells whether it must wait for its turn. */
    boolean waitsForItsTurn() {
        return !planOnly && status == RunStatus.PENDING;
    }

    /** Tells whether it has ended and still keeps others from starting. */
    boolean holdsWorkspace(Instant now) {
        return status.isFinal()
                && !planOnly
                && ending.filter(end -> end.holdsWorkspace(now, lastHeardAt)).isPresent();
    }
}
