package dev.signalbox.app.console;

/** Where long steps say that they have begun. */
@FunctionalInterface
public interface Progress {

    /** Says what is being done now, such as {@code Starting PostgreSQL …}. */
    void step(String what);
}
