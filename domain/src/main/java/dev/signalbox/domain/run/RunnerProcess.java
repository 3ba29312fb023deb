package dev.signalbox.domain.run;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.Optional;

/**
 * Where a runner's command runs, so that a person finds it.
 *
 * @param host the name of the machine, as the machine says it
 * @param id the leader of the command's process group
 * @param count the processes of the group that are alive
 */
public record RunnerProcess(Optional<String> host, Optional<Integer> id, Optional<Integer> count) {

    /** Nothing is known. */
    public static final RunnerProcess UNKNOWN = new RunnerProcess(Optional.empty(), Optional.empty(), Optional.empty());

    /** The longest {@link #host}, in characters. */
    public static final int MAX_HOST_LENGTH = 255;

    /** Refuses {@link Refusal.InvalidAttribute} a host that is no line of text, and numbers that cannot be. */
    public RunnerProcess {
        Text.checkLine("host", host, MAX_HOST_LENGTH);
        if (id.filter(number -> number < 1).isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("process-id", "must be 1 or more"));
        }
        if (count.filter(number -> number < 0).isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("process-count", "must be 0 or more"));
        }
    }
}
