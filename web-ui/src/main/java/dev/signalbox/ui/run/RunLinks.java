package dev.signalbox.ui.run;

import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.Submission;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.ui.kit.Label;
import java.util.ArrayList;
import java.util.List;

/** How runs are named and marked wherever they are shown. */
final class RunLinks {

    /** The route parameter that holds a run's ID. */
    static final String ID = "id";

    private RunLinks() {}

    static RouterLink to(RunId run) {
        RouterLink link = new RouterLink(run.value(), RunView.class, new RouteParameters(ID, run.value()));
        link.addClassName("run-id");
        return link;
    }

    /** Such as {@code acme/network}. */
    static String fullName(Workspace workspace) {
        return workspace.organization() + "/" + workspace.name();
    }

    /** What is special about the run. */
    static List<Label> labels(Submission submission) {
        List<Label> labels = new ArrayList<>();
        if (submission.destroy()) {
            labels.add(new Label("destroy", Label.Tone.DANGER));
        }
        if (submission.planOnly()) {
            labels.add(new Label("plan only", Label.Tone.QUIET));
        }
        if (submission.autoApply()) {
            labels.add(new Label("auto-apply", Label.Tone.QUIET));
        }
        return labels;
    }
}
