package dev.signalbox.app.cli;

import dev.signalbox.app.console.Progress;
import java.io.PrintWriter;

/**
 * What is said to the person at the terminal: results on the standard output, everything else on the error output, so
 * that {@code $(signalbox token create --quiet …)} is the token and nothing else.
 *
 * @param colours whether the error output is a terminal that wants them
 */
record Terminal(PrintWriter out, PrintWriter err, boolean colours) implements Progress {

    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    @Override
    public void step(String what) {
        err.println(what);
        err.flush();
    }

    /** Says what a person must not overlook: in red, where there are colours. */
    void warn(String what) {
        step(colours ? RED + "Warning: " + what + PLAIN : "Warning: " + what);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Tells whether the standard output has taken everything so far; a full disk or a closed pipe has not. */
    boolean hasSaidAll() {
        return !out.checkError();
    }
}
