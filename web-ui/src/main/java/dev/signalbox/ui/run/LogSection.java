package dev.signalbox.ui.run;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.LogSlice;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.run.RunId;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last of what the run's command printed, which grows while it is followed, and the whole of it as a file. */
final class LogSection extends Section {

    private static final int KIB = 1024;

    private final RunLogs logs;
    private final Supplier<Actor> actor;
    private final Checkbox follow = new Checkbox("Follow", true);
    private final Anchor whole = new Anchor("", "Whole log");
    private final Paragraph none = new Paragraph("Nothing of the log was shared. To share it, start the run with"
            + " --share-log, or turn on share-log in the workspace's settings.");
    private final Paragraph before = new Paragraph();
    private final Pre text = new Pre();
    private final Div scroll = new Div(text);
    private LogTail tail = new LogTail();
    private @Nullable RunId shown;

    LogSection(RunLogs logs, Supplier<Actor> actor, Runnable refresh) {
        this.logs = logs;
        this.actor = actor;
        addClassNames("card", "log");
        none.addClassName("quiet");
        before.addClassNames("quiet", "small");
        follow.addValueChangeListener(change -> {
            if (change.getValue()) {
                refresh.run();
            }
        });
        scroll.addClassName("log-text");
        // Without a mouse, only what has the focus can be scrolled.
        scroll.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "What the command printed");
        Div head = new Div(new H2("Log"), follow, whole);
        head.addClassName("log-head");
        add(head, none, before, scroll);
    }

    /** Shows what is new in the run's log, unless it is not followed; always begins with another run's. */
    void show(RunId run) {
        if (!run.equals(shown)) {
            tail = new LogTail();
            whole.setHref(new LogDownload(logs, run, actor), AttachmentType.DOWNLOAD);
        } else if (!follow.getValue() && tail.end() > 0) {
            return;
        }
        LogSlice slice = read(run, tail.end());
        if (slice.size() > tail.end()) {
            slice = read(run, tail.next(slice.size()));
        }
        shown = run;
        show(tail, slice.complete());
    }

    private LogSlice read(RunId run, long offset) {
        LogSlice slice = logs.read(run, offset, LogTail.LENGTH, actor.get());
        tail.add(slice);
        return slice;
    }

    private void show(LogTail known, boolean ended) {
        boolean shared = known.end() > 0;
        none.setVisible(!shared);
        follow.setVisible(shared);
        whole.setVisible(shared);
        scroll.setVisible(shared);
        before.setText(amount(known.start()) + " before this");
        before.setVisible(known.start() > 0);
        String now = known.text(ended);
        if (!now.equals(text.getText())) {
            text.setText(now);
        }
    }

    private static String amount(long bytes) {
        if (bytes < KIB) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        return bytes < KIB * KIB
                ? bytes / KIB + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (KIB * KIB));
    }
}
