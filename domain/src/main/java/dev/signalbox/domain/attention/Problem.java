package dev.signalbox.domain.attention;

import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;

/**
 * What is told once when it begins: that of this run there is evidence of one kind. Another kind is another problem,
 * and so is the same in a later status: a lost plan says nothing of the apply.
 *
 * @param status the run's
 * @param kind as {@link Attention#kind} has it
 */
public record Problem(RunId run, RunStatus status, String kind) {

    /** That of which there is this evidence. */
    public static Problem of(WatchedRun run, Attention evidence) {
        return new Problem(run.id(), run.status(), evidence.kind());
    }
}
