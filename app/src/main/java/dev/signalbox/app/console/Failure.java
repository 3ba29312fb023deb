package dev.signalbox.app.console;

/**
 * Something outside the program is not as it must be; the message is the one sentence that a person at the terminal
 * needs.
 */
public final class Failure extends RuntimeException {

    /** A failure that one sentence explains. */
    public Failure(String sentence) {
        super(sentence);
    }

    /** A failure that one sentence explains, and what led to it. */
    public Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What is said of a problem that must not keep the rest from being stopped; only a failure explains itself. */
    public static String whileStopping(Throwable problem) {
        return "While stopping: " + (problem instanceof Failure ? problem.getMessage() : problem);
    }
}
