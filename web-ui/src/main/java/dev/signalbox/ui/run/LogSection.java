package dev.signalbox.ui.run;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.LogSlice;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last of what the run's command printed, which grows while it is followed, and the whole of it as a file. */
final class LogSection extends Section {

    private final RunLogs logs;
    private final Supplier<Actor> actor;
    private final Checkbox follow = new Checkbox("Follow", true);
    private final Anchor whole = new Anchor("", "Whole log");
    private final Paragraph none = new Paragraph("Nothing of the log was shared. To share it, start the run with"
            + " --share-log, or turn on share-log in the workspace's settings.");
    private final Paragraph before = new Paragraph();
    private final PrintedArea text = new PrintedArea("What the command printed");
    private final LogEnd end = new LogEnd();
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
        Div head = new Div(new H2("Log"), follow, whole);
        head.addClassName("log-head");
        add(head, none, before, text, end);
    }

    /**
     * Shows what is new in the run's log, and what it lacks by what its runner told, unless it is not followed; always
     * begins with another run's.
     */
    void show(RunId run, Optional<Heartbeat> heartbeat, Instant now) {
        if (!run.equals(shown)) {
            tail = new LogTail();
            end.beginAnew();
            whole.setHref(new LogDownload(logs, run, actor), AttachmentType.DOWNLOAD);
        } else if (!follow.getValue() && tail.end() > 0) {
            return;
        }
        LogSlice slice = read(run, tail.end());
        if (slice.size() > tail.end()) {
            slice = read(run, tail.next(slice.size()));
        }
        shown = run;
        show(tail, slice);
        end.show(slice, tail, heartbeat, now);
    }

    private LogSlice read(RunId run, long offset) {
        LogSlice slice = logs.read(run, offset, LogTail.LENGTH, actor.get());
        tail.add(slice);
        return slice;
    }

    private void show(LogTail known, LogSlice slice) {
        boolean shared = known.end() > 0;
        none.setVisible(!shared);
        follow.setVisible(shared && !slice.full());
        whole.setVisible(shared);
        text.setVisible(shared);
        before.setText(LogEnd.amount(known.start()) + " before this");
        before.setVisible(known.start() > 0);
        text.show(known.text(slice.complete()));
    }
}
