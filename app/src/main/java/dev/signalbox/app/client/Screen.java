package dev.signalbox.app.client;

import java.io.PrintWriter;
import java.util.List;

/** Where a command writes: results on the standard output, everything else on the error output. */
record Screen(PrintWriter out, PrintWriter err, Look look) {

    /** A line of the result. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /**
     * Draws the lines in the place of as many that were drawn before, but no more than the terminal can go back over.
     *
     * @return how many were drawn
     */
    int redraw(int before, List<String> lines) {
        if (before > 0) {
            // Up so many lines, and everything from there on wiped out.
            out.print("\u001b[" + before + "A\u001b[J");
        }
        var drawn = lines.subList(0, Math.min(lines.size(), look.lines() - 1));
        drawn.forEach(out::println);
        out.flush();
        return drawn.size();
    }

    /** A sentence beside the result. */
    void tell(String sentence) {
        err.println("signalbox: " + sentence);
        err.flush();
    }

    /** Whether the standard output has taken everything so far; a full disk or a closed pipe has not. */
    boolean hasSaidAll() {
        return !out.checkError();
    }
}
