package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.signalbox.domain.port.in.LogSlice;
import dev.signalbox.domain.run.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a log ends before what the command has printed: a word of it, and the last lines that the runner told. */
final class LogEnd extends Div {

    /** How long what was printed may be under way to the log. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int KIB = 1024;

    private final Paragraph cut = new Paragraph();
    private final Paragraph told = new Paragraph("The last lines that its runner told:");
    private final PrintedArea lines = new PrintedArea("The last lines");
    private long size = -1;
    private long settled;
    private Instant grownAt = Instant.EPOCH;
    private Optional<Instant> lackingSince = Optional.empty();

    LogEnd() {
        addClassName("log-end");
        cut.addClassNames("held", "small");
        told.addClassNames("quiet", "small");
        add(cut, told, lines);
    }

    /** Forgets what was seen of another log. */
    void beginAnew() {
        size = -1;
    }

    void show(LogSlice slice, LogTail tail, Optional<Heartbeat> heartbeat, Instant now) {
        List<String> last = heartbeat.map(Heartbeat::lastLines).orElse(List.of());
        long printed = heartbeat.flatMap(Heartbeat::outputBytes).orElse(0L);
        boolean kept = tail.holds(last);
        boolean isFirstLook = size < 0;
        note(slice.size(), printed, now);
        if (size == 0 || !isLacking(printed, last.isEmpty(), kept)) {
            lackingSince = Optional.empty();
        } else if (lackingSince.isEmpty()) {
            lackingSince = heartbeat
                    .flatMap(Heartbeat::outputAt)
                    .filter(_ -> isFirstLook)
                    .or(() -> Optional.of(now));
        }
        boolean ends = isFull(slice, printed) || isLongAgo(lackingSince, now);
        cut.setText(ends ? sentence(slice) : "");
        cut.setVisible(ends);
        boolean shown = !last.isEmpty() && (slice.size() == 0 || (ends && !kept));
        lines.show(String.join("\n", last));
        lines.setVisible(shown);
        told.setVisible(shown);
    }

    /** What was printed while the log could still follow is no sign that it ends. */
    private void note(long now, long printed, Instant at) {
        if (now != size) {
            size = now;
            grownAt = at;
            lackingSince = Optional.empty();
        }
        if (at.isBefore(grownAt.plus(PATIENCE))) {
            settled = printed;
        }
    }

    /**
     * A log that is shorter than what was printed may lack its beginning alone: its end is missing if the last lines
     * are, or, where none are told, if more was printed since the log has grown.
     */
    private boolean isLacking(long printed, boolean isUntold, boolean kept) {
        return printed > size && (isUntold ? printed > settled : !kept);
    }

    private static boolean isLongAgo(Optional<Instant> since, Instant now) {
        return since.filter(then -> !now.isBefore(then.plus(PATIENCE))).isPresent();
    }

    /** A command that has ended, and printed no more than fits, is not missed. */
    private static boolean isFull(LogSlice slice, long printed) {
        return slice.full() && (printed > slice.size() || !slice.complete());
    }

    private static String sentence(LogSlice slice) {
        return slice.full()
                ? "The log is full and ends here; what the command prints further is not kept."
                : "The log ends here; the command has printed more.";
    }

    /** So many bytes, for people. */
    static String amount(long bytes) {
        if (bytes < KIB) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        return bytes < KIB * KIB
                ? bytes / KIB + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (KIB * KIB));
    }
}
