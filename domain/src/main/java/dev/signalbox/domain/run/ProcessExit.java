package dev.signalbox.domain.run;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a process ended, as its runner saw it.
 *
 * @param signal the signal's name without {@code SIG}, such as {@code KILL} or {@code RTMIN+3}
 * @param code the exit code
 */
public record ProcessExit(Optional<String> signal, Optional<Integer> code) {

    private static final Pattern SIGNAL = Pattern.compile("[A-Z0-9+-]{1,20}");

    /** A process of whose exit nothing is known. */
    public static final ProcessExit UNKNOWN = new ProcessExit(Optional.empty(), Optional.empty());

    /** Refuses {@link Refusal.InvalidAttribute} what cannot be a signal's name. */
    public ProcessExit {
        if (signal.filter(name -> !SIGNAL.matcher(name).matches()).isPresent()) {
            throw new Refused(new Refusal.InvalidAttribute(
                    "signal", "must be 1 to 20 capital letters, digits, hyphens or plus signs, such as KILL"));
        }
    }
}
