package dev.signalbox.domain.attention;

import java.util.List;
import java.util.Optional;

/**
 * What the rules say of a run.
 *
 * @param evidence why the run needs attention, the strongest first; empty if it does not
 * @param missing what could not be judged for want of data, in words
 */
public record Assessment(List<Attention> evidence, Optional<String> missing) {

    /** Nothing to say. */
    public static final Assessment NONE = new Assessment(List.of(), Optional.empty());

    /** Keeps a copy that nobody can change. */
    public Assessment {
        evidence = List.copyOf(evidence);
    }

    /** The strongest evidence. */
    public Optional<Attention> attention() {
        return evidence.stream().findFirst();
    }

    /** Tells whether the evidence quotes the line as the last that was printed. */
    public boolean quotes(String line) {
        return evidence.stream().map(Attention::lastLine).anyMatch(Optional.of(line)::equals);
    }
}
