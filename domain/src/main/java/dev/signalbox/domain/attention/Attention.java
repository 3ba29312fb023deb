package dev.signalbox.domain.attention;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceLock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Evidence that a run needs a person.
 *
 * <p>Every kind says since when it lasts, which limit it has passed, and all of it in words. What runners and people
 * wrote stands in the words as one line, without control characters.
 */
public sealed interface Attention {

    /** Since when it lasts. */
    Instant since();

    /** How long it may last before it is evidence; absent for what is evidence at once. */
    Optional<Duration> limit();

    /** Its name in the API: lower case with hyphens. */
    String kind();

    /** What was found, in words with figures, for people: one line, no full stop. */
    String sentence();

    /** The line that its words quote as the last that the run's command printed, if they do. */
    default Optional<String> lastLine() {
        return Optional.empty();
    }

    /**
     * The run's runner is not heard of; {@code since} is when it last was.
     *
     * @param heardBefore whether it was since it submitted the run
     */
    record HeartbeatLost(Instant since, Duration allowed, Instant at, boolean heardBefore) implements Attention {
        @Override
        public Optional<Duration> limit() {
            return Optional.of(allowed);
        }

        @Override
        public String kind() {
            return "heartbeat-lost";
        }

        @Override
        public String sentence() {
            return heardBefore
                    ? "no heartbeat for " + Words.figures(since, at, allowed)
                    : "nothing heard of its runner since it submitted the run " + Words.figuresAgo(since, at, allowed);
        }
    }

    /**
     * The runner is heard of, but its command prints nothing.
     *
     * @param at when that was last told
     * @param lastLine what was printed last, if the runner shares it
     */
    record Silent(Instant since, Duration allowed, Instant at, Optional<String> lastLine) implements Attention {
        @Override
        public Optional<Duration> limit() {
            return Optional.of(allowed);
        }

        @Override
        public String kind() {
            return "silent";
        }

        @Override
        public String sentence() {
            return "no output for " + Words.figures(since, at, allowed) + Words.lastLine(lastLine);
        }
    }

    /**
     * The run has been in its status for longer than its kind of work should take.
     *
     * @param lastLine what its command printed last, if one is at work and the runner shares it
     */
    record Overdue(RunStatus status, Instant since, Duration allowed, Instant at, Optional<String> lastLine)
            implements Attention {
        @Override
        public Optional<Duration> limit() {
            return Optional.of(allowed);
        }

        @Override
        public String kind() {
            return "overdue";
        }

        @Override
        public String sentence() {
            return Words.status(status) + " for " + Words.figures(since, at, allowed) + Words.lastLine(lastLine);
        }
    }

    /**
     * An end was asked for while a runner was at work, and the process is not known to be gone.
     *
     * @param phase what the runner was doing
     * @param holds whether the run has ended and the workspace's next run waits for the process
     * @param forced by whom the run was forced to its end, if it was
     * @param lastLine what the process printed last, if the runner shares it
     */
    record EndUnconfirmed(
            RunStatus phase,
            boolean holds,
            Instant since,
            Duration allowed,
            Instant at,
            Optional<Forcing> forced,
            Optional<String> lastLine)
            implements Attention {
        @Override
        public Optional<Duration> limit() {
            return Optional.of(allowed);
        }

        @Override
        public String kind() {
            return "end-unconfirmed";
        }

        @Override
        public String sentence() {
            return "asked to stop while " + Words.status(phase) + ", not known to be gone for "
                    + Words.figures(since, at, allowed) + (holds ? "; the workspace is held" : "")
                    + forced.map(Words::forced).orElse("") + Words.lastLine(lastLine);
        }
    }

    /** The run waits, and no runner that could start it has ever been heard of. */
    record NoRunner(Instant since, Duration allowed, Instant at) implements Attention {
        @Override
        public Optional<Duration> limit() {
            return Optional.of(allowed);
        }

        @Override
        public String kind() {
            return "no-runner";
        }

        @Override
        public String sentence() {
            return "no runner has ever been heard of for " + Words.figures(since, at, allowed);
        }
    }

    /** The run waits for one that needs attention itself. */
    record BehindRun(RunId run, Attention why) implements Attention {
        @Override
        public Instant since() {
            return why.since();
        }

        @Override
        public Optional<Duration> limit() {
            return why.limit();
        }

        @Override
        public String kind() {
            return "behind-run";
        }

        @Override
        public String sentence() {
            return "waits for " + run + ": " + why.sentence();
        }
    }

    /** The run waits for a person to unlock the workspace. */
    record BehindLock(WorkspaceLock lock, Instant at) implements Attention {
        @Override
        public Instant since() {
            return lock.at();
        }

        @Override
        public Optional<Duration> limit() {
            return Optional.empty();
        }

        @Override
        public String kind() {
            return "behind-lock";
        }

        @Override
        public String sentence() {
            return "workspace locked by " + Text.excerpt(lock.byName()) + " for "
                    + ShortDuration.of(Duration.between(lock.at(), at)) + Words.reason(lock.reason());
        }
    }
}
