package dev.signalbox.app.cli;

import dev.signalbox.app.console.Progress;
import java.io.PrintWriter;

/**
 * What is said to the person at the terminal: results on the standard output, everything else on the error output, so
 * that {@code $(signalbox token create --quiet …)} is the token and nothing else.
 */
record Terminal(PrintWriter out, PrintWriter err) implements Progress {

    @Override
    public void step(String what) {
        err.println(what);
        err.flush();
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
