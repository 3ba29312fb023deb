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
    private Instant grownAt = Instant.EPOCH;

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

    void show(LogSlice slice, Optional<Heartbeat> heartbeat, Instant now) {
        long missing = Math.max(0, heartbeat.flatMap(Heartbeat::outputBytes).orElse(0L) - slice.size());
        note(slice.size(), heartbeat.flatMap(Heartbeat::outputAt).orElse(now), now);
        boolean stands = slice.size() > 0 && !now.isBefore(grownAt.plus(PATIENCE));
        boolean ends = isFull(slice, missing) || (missing > 0 && stands);
        cut.setText(ends ? sentence(slice, missing) : "");
        cut.setVisible(ends);
        List<String> last = heartbeat.map(Heartbeat::lastLines).orElse(List.of());
        boolean shown = !last.isEmpty() && (ends || slice.size() == 0);
        lines.show(String.join("\n", last));
        lines.setVisible(shown);
        told.setVisible(shown);
    }

    /** A command that has ended, and printed no more than fits, is not missed. */
    private static boolean isFull(LogSlice slice, long missing) {
        return slice.full() && (missing > 0 || !slice.complete());
    }

    /** Before the first look the log has not grown for as long as nothing was printed. */
    private void note(long now, Instant printedAt, Instant at) {
        if (now != size) {
            grownAt = size < 0 ? printedAt : at;
            size = now;
        }
    }

    private static String sentence(LogSlice slice, long missing) {
        String end = slice.full() ? "The log is full and ends here" : "The log ends here";
        return missing == 0
                ? end + "; what the command prints further is not kept."
                : end + "; the command has printed " + amount(missing) + " more.";
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
