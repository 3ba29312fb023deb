package dev.signalbox.domain.run;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Where a runner's command runs, so that a person finds it.
 *
 * @param host the name of the machine, as the machine says it
 * @param id the leader of the command's process group
 * @param count the processes of the group that are alive
 * @param ids which these are; at most {@value #MAX_IDS} of them
 */
public record RunnerProcess(
        Optional<String> host, Optional<Integer> id, Optional<Integer> count, Optional<List<Integer>> ids) {

    /** Nothing is known. */
    public static final RunnerProcess UNKNOWN =
            new RunnerProcess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The longest {@link #host}, in characters. */
    public static final int MAX_HOST_LENGTH = 255;

    /** The most {@link #ids}. */
    public static final int MAX_IDS = 20;

    /** Refuses {@link Refusal.InvalidAttribute} a host that is no line of text, and numbers that cannot be. */
    public RunnerProcess {
        Text.checkLine("host", host, MAX_HOST_LENGTH);
        ids = ids.map(List::copyOf);
        if (id.filter(number -> number < 1).isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("process-id", "must be 1 or more"));
        }
        if (count.filter(number -> number < 0).isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute("process-count", "must be 0 or more"));
        }
        ids.flatMap(RunnerProcess::problem).ifPresent(problem -> {
            throw new Refused(new Refusal.InvalidAttribute("process-ids", problem));
        });
    }

    /** The machine, without what ran there. */
    RunnerProcess hostAlone() {
        return new RunnerProcess(host, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<String> problem(List<Integer> ids) {
        if (ids.size() > MAX_IDS) {
            return Optional.of("holds more than " + MAX_IDS + " IDs");
        }
        if (ids.stream().anyMatch(number -> number < 1)) {
            return Optional.of("must hold numbers of 1 or more");
        }
        return ids.stream().distinct().count() < ids.size() ? Optional.of("holds an ID twice") : Optional.empty();
    }
}
