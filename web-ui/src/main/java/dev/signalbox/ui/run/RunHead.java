package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.ui.kit.Refreshing;

/** The top of a run's page: which run, in which status, and what can be decided about it. */
final class RunHead extends Header {

    private final Span id = new Span();
    private final StatusLabel status = new StatusLabel(RunStatus.PENDING);
    private final Paragraph workspace = new Paragraph();

    RunHead(Refreshing refreshing, RunDecisions decisions) {
        addClassName("view-head");
        RouterLink back = new RouterLink("All runs", RunsView.class);
        back.addClassName("back");
        H1 title = new H1(new Span("Run "), id);
        id.addClassName("run-id");
        Div name = new Div(title, status);
        name.addClassName("run-name");
        workspace.addClassName("workspace");
        Div actions = new Div(refreshing, decisions);
        actions.addClassName("actions");
        Div left = new Div(back, name, workspace);
        left.addClassName("run-title");
        add(left, actions);
    }

    void show(RunInWorkspace place) {
        id.setText(place.run().id().value());
        status.show(place.run().status());
        workspace.setText(RunLinks.fullName(place.workspace()));
    }
}
