package dev.signalbox.domain.run;

import java.util.Optional;

/**
 * How a process ended, as its runner saw it.
 *
 * @param signal the signal's name without {@code SIG}; at most 20 characters
 * @param code the exit code
 */
public record ProcessExit(Optional<String> signal, Optional<Integer> code) {

    /** A process of whose exit nothing is known. */
    public static final ProcessExit UNKNOWN = new ProcessExit(Optional.empty(), Optional.empty());
}
