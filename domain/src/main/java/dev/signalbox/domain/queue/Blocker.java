package dev.signalbox.domain.queue;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import java.time.Instant;

/** What a pending run waits for. */
public sealed interface Blocker {

    /** What it is, for people: ASCII, one line, no full stop. */
    String sentence();

    /** A run that was submitted before and has not ended. */
    record RunAhead(RunId run, RunStatus status) implements Blocker {
        @Override
        public String sentence() {
            return run + " (" + status.wireName() + ") is ahead of it";
        }
    }

    /** A run that has ended, while its process is not known to be gone. */
    record Held(RunId run, RunStatus phase, Ending.Stage stage) implements Blocker {
        @Override
        public String sentence() {
            return "the process of " + run + " (ended while " + phase.wireName() + ") is not known to be gone";
        }
    }

    /**
     * A lock that a person has set.
     *
     * @param by the locker's name
     * @param reason in the locker's words; may be empty
     */
    record Locked(String by, Instant since, String reason) implements Blocker {
        @Override
        public String sentence() {
            String why = reason.isBlank() ? "" : ": " + Text.excerpt(reason);
            return ("the workspace was locked by " + by + " at " + since + why).replaceAll("[^ -~]", "?");
        }
    }
}
