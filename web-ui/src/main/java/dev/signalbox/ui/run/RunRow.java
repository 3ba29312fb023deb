package dev.signalbox.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.ui.kit.Label;
import dev.signalbox.ui.kit.PassingTime;
import dev.signalbox.ui.kit.Utc;
import java.time.Instant;
import java.util.Optional;

/** A run of the list; it is changed in place, so that a focus in it outlives a refresh. */
final class RunRow extends NativeTableRow {

    private final NativeTableCell status = cell("Status");
    private final NativeTableCell since = cell("In status for");
    private Optional<RunOverview.Row> shown = Optional.empty();
    private Optional<String> sentenceShown = Optional.empty();
    private boolean heldShown;

    RunRow(RunOverview.Row row, Optional<Attention> attention, Instant now) {
        getElement().setAttribute("role", "row");
        Run run = row.run();
        NativeTableHeaderCell name = new NativeTableHeaderCell(RunLinks.to(run.id()));
        name.getElement().setAttribute("scope", "row");
        name.getElement().setAttribute("role", "rowheader");
        name.addClassName("name");
        run.submission().message().filter(text -> !text.isBlank()).ifPresent(message -> name.add(small(message)));
        NativeTableCell workspace = cell("Workspace");
        workspace.add(workspaceName(row));
        RunLinks.labels(run.submission()).forEach(workspace::add);
        NativeTableCell created = cell("Created");
        created.add(PassingTime.ago(run.createdAt(), now), small(Utc.brief(run.createdAt())));
        NativeTableCell author = cell("By");
        author.add(new Span(run.submission().authorName()));
        add(status, workspace, name, since, created, author);
        update(row, attention, now);
    }

    /** Shows the run as it is now. */
    void update(RunOverview.Row row, Optional<Attention> attention, Instant now) {
        boolean held = holds(row, now);
        Optional<String> sentence = attention.map(Attention::sentence);
        if (!Optional.of(row).equals(shown) || held != heldShown || !sentence.equals(sentenceShown)) {
            shown = Optional.of(row);
            heldShown = held;
            sentenceShown = sentence;
            showStatus(row.run(), held);
            sentence.ifPresent(this::showAttention);
            showSince(row, now);
        }
        PassingTime.tick(this, now);
    }

    private void showStatus(Run run, boolean held) {
        status.removeAll();
        status.add(new StatusLabel(run.status()));
        if (held) {
            Label label = new Label("process not known gone", Label.Tone.WARNING);
            label.setTitle("The run ended, but its process is not known to be gone: it holds the workspace.");
            status.add(label);
        }
    }

    private void showAttention(String sentence) {
        Div why = small(sentence);
        why.removeClassName("quiet");
        status.add(new Label("needs attention", Label.Tone.DANGER), why);
    }

    private void showSince(RunOverview.Row row, Instant now) {
        Run run = row.run();
        since.removeAll();
        since.add(PassingTime.lasting(RunSince.status(run), now));
        if (run.status().isHeldByRunner()) {
            Instant heard = RunSince.heard(run, row.lastHeardAt());
            since.add(small(new Text("runner heard "), PassingTime.ago(heard, now)));
        }
    }

    private static boolean holds(RunOverview.Row row, Instant now) {
        return row.run().status().isFinal() && row.run().holdsWorkspace(now, row.lastHeardAt());
    }

    private static Span workspaceName(RunOverview.Row row) {
        Span organization = new Span(row.organization().name() + "/");
        organization.addClassName("quiet");
        Span name = new Span(organization, new Text(row.workspace().name().value()));
        name.addClassName("workspace");
        return name;
    }

    private static NativeTableCell cell(String label) {
        NativeTableCell cell = new NativeTableCell();
        cell.getElement().setAttribute("role", "cell");
        cell.getElement().setAttribute("data-label", label);
        return cell;
    }

    private static Div small(String text) {
        return small(new Text(text));
    }

    private static Div small(Component... content) {
        Div small = new Div(content);
        small.addClassNames("small", "quiet");
        return small;
    }
}
