package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import dev.signalbox.domain.run.RunOverview;
import java.util.Set;

/** What stands in place of the list when it is empty: why, and the way out. */
final class EmptyRuns extends Div {

    private final Paragraph why = new Paragraph();
    private final RouterLink out = new RouterLink("", RunsView.class);

    EmptyRuns() {
        addClassName("empty-list");
        getElement().setAttribute("role", "status");
        add(why, out);
        setVisible(false);
    }

    void show(RunsUrl url, RunOverview overview) {
        setVisible(overview.page().items().isEmpty());
        if (isVisible()) {
            explain(url, overview);
        }
    }

    private void explain(RunsUrl url, RunOverview overview) {
        long pages = overview.page().totalPages();
        if (overview.page().totalCount() > 0) {
            say("There is no page " + url.page() + ": the list ends with page " + RunsSummary.number(pages) + ".");
            leadTo("Go to the last page", url.onPage(pages).query());
        } else if (url.isNeedingAttention() && overview.counts().total() > 0) {
            say(subject(url) + " in need of attention.");
            leadTo("Show all runs", url.showing(Set.of()).query());
        } else if (url.isFiltered() && overview.counts().total() > 0) {
            say(subject(url) + " in the chosen status. In other statuses there are "
                    + RunsSummary.number(overview.counts().total()) + ".");
            leadTo("Show all statuses", url.showing(Set.of()).query());
        } else if (url.isSearching()) {
            say("No run matches “" + url.q().strip()
                    + "”. Every word must be found in a workspace, an organization, its"
                    + " e-mail address or a repository, or begin a run's ID.");
            leadTo("Clear the search", url.searching("").query());
        } else {
            say("No run has been submitted yet. As soon as a runner brings one, it appears here.");
            out.setVisible(false);
        }
    }

    private static String subject(RunsUrl url) {
        return url.isSearching() ? "No run that matches “" + url.q().strip() + "” is" : "No run is";
    }

    private void say(String text) {
        if (!text.equals(why.getText())) {
            why.setText(text);
        }
    }

    private void leadTo(String text, QueryParameters query) {
        out.setText(text);
        out.setQueryParameters(query);
        out.setVisible(true);
    }
}
