package dev.signalbox.domain.run;

import java.util.Optional;

/**
 * The last report of a run that was taken: what makes repeating one harmless and skipping one visible.
 *
 * @param number 0 before the first report
 */
public record ReportMark(int number, Optional<RunnerEvent> event) {

    /** No report yet. */
    public static final ReportMark NONE = new ReportMark(0, Optional.empty());

    /** Refuses, as a programming error, an event without a number or the reverse. */
    public ReportMark {
        if (number < 0 || (number == 0) != event.isEmpty()) {
            throw new IllegalArgumentException("report " + number + " with " + event);
        }
    }
}
