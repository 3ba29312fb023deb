package dev.signalbox.app.wrapper;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts commands as a terminal does, with no signal ignored. Tests that run in the background or under {@code nohup}
 * ignore INT, QUIT or HUP; what they start inherits that, and no shell can trap a signal that it ignored from the
 * beginning.
 */
public final class DefaultSignals {

    /** Coreutils' since 8.31; elsewhere a command gets the signals that there are. */
    private static final List<String> RESET = List.of("env", "--default-signal=INT,QUIT,HUP");

    private static final boolean KNOWN = resets();

    private DefaultSignals() {}

    /** The line that starts the command so. */
    public static List<String> before(List<String> command) {
        return KNOWN ? Stream.concat(RESET.stream(), command.stream()).toList() : command;
    }

    private static boolean resets() {
        try {
            var probe = Stream.concat(RESET.stream(), Stream.of("true")).toList();
            return new ProcessBuilder(probe).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
