package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.ui.kit.Refreshing;

/** The top of a run's page: which run, in which status, and what can be done with it. */
final class RunHead extends Header {

    private final Span id = new Span();
    private final StatusLabel status = new StatusLabel(RunStatus.PENDING);
    private final Paragraph workspace = new Paragraph();
    private final NativeButton force = new NativeButton("Force to errored…");

    RunHead(Refreshing refreshing, Runnable onForce) {
        addClassName("view-head");
        RouterLink back = new RouterLink("All runs", RunsView.class);
        back.addClassName("back");
        H1 title = new H1(new Span("Run "), id);
        id.addClassName("run-id");
        Div name = new Div(title, status);
        name.addClassName("run-name");
        workspace.addClassName("workspace");
        force.addClassName("danger");
        force.addClickListener(click -> onForce.run());
        Div actions = new Div(refreshing, force);
        actions.addClassName("actions");
        Div left = new Div(back, name, workspace);
        left.addClassName("run-title");
        add(left, actions);
    }

    void show(RunInWorkspace place, boolean mayForce) {
        id.setText(place.run().id().value());
        status.show(place.run().status());
        workspace.setText(RunLinks.fullName(place.workspace()));
        force.setVisible(mayForce);
    }
}
