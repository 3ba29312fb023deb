package dev.signalbox.domain.bulk;

import java.util.Locale;

/** How far a bulk end has come. */
public enum BulkEndState {
    RUNNING,
    /** Nothing more is ended until somebody resumes it. */
    PAUSED,
    /** Somebody stopped it; what had not been ended by then stays as it is. */
    STOPPED,
    /** Every run has its outcome. */
    FINISHED;

    /** Tells whether nothing more will ever be ended by it. */
    public boolean isOver() {
        return switch (this) {
            case RUNNING, PAUSED -> false;
            case STOPPED, FINISHED -> true;
        };
    }

    /** The name on the wire and in storage, such as {@code running}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
