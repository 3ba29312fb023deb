package dev.signalbox.domain.run;

import java.util.Locale;

/** What a runner is told with every answer. */
public enum Directive {
    CONTINUE,
    /** End what runs, then report that it is gone. */
    STOP,
    /** The run has ended and nothing of it is left to do. */
    OVER;

    /** The value of the header {@code Signalbox-Directive}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
