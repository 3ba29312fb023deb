package dev.signalbox.ui.run;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.ui.kit.Actors;
import dev.signalbox.ui.kit.Notice;
import dev.signalbox.ui.kit.Paging;
import dev.signalbox.ui.kit.Refreshing;
import dev.signalbox.ui.kit.RefusalText;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/** All runs of the installation, newest first; the URL says which are shown. */
@Route("runs")
@RouteAlias("")
@PageTitle("Runs – Signalbox")
@RolesAllowed({Actors.SITE_ADMIN, Actors.SUPPORT})
public final class RunsView extends Div implements BeforeEnterObserver {

    private final RunAdministration runs;
    private final AttentionQueries attention;
    private final InstantSource clock;
    private final Actor actor;

    private final RunSearchField search = new RunSearchField(this::type);
    private final StatusFilter filter = new StatusFilter();
    private final Notice problem = new Notice();
    private final Notice summary = new Notice();
    private final RunTable table = new RunTable();
    private final EmptyRuns empty = new EmptyRuns();
    private final Paging paging = new Paging(RunsView.class);
    private final Refreshing refreshing = new Refreshing(this::refresh);

    private RunsUrl url = RunsUrl.START;
    private boolean typing;

    RunsView(
            RunAdministration runs,
            AttentionQueries attention,
            InstantSource clock,
            AuthenticationContext authentication) {
        this.runs = runs;
        this.attention = attention;
        this.clock = clock;
        actor = Actors.signedIn(authentication);
        addClassName("runs-view");
        summary.addClassName("summary");
        Header head = new Header(new H1("Runs"), refreshing);
        head.addClassName("view-head");
        Div found = new Div(summary, table, empty, paging);
        found.addClassName("found");
        add(head, search, filter, problem, found);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        url = RunsUrl.of(event.getLocation().getQueryParameters());
        typing = false;
        search.show(url.q());
        load(true);
    }

    /** What is typed is a new place to go back from; what is typed after it is the same place. */
    private void type(String q) {
        RunsUrl wanted = url.searching(q);
        if (wanted.q().strip().equals(url.q().strip())) {
            return;
        }
        url = wanted;
        Location location = new Location("runs", url.query());
        UI ui = UI.getCurrent();
        if (typing) {
            ui.getPage().getHistory().replaceState(null, location);
        } else {
            ui.getPage().getHistory().pushState(null, location);
        }
        typing = true;
        load(true);
    }

    private void refresh() {
        load(false);
    }

    private void load(boolean announce) {
        try {
            RunOverview overview = runs.list(url.toQuery(), actor);
            filter.show(url, overview.counts(), needingAttention(overview));
            show(overview, announce);
        } catch (Refused refused) {
            show(refused.refusal());
        }
    }

    private long needingAttention(RunOverview shown) {
        return url.isNeedingAttention()
                ? shown.page().totalCount()
                : runs.list(url.attentionCount(), actor).page().totalCount();
    }

    private Map<RunId, Assessment> assessed(RunOverview overview) {
        return attention.ofRuns(
                overview.page().items().stream().map(row -> row.run().id()).collect(Collectors.toSet()), actor);
    }

    private void show(RunOverview overview, boolean announce) {
        Instant now = clock.instant();
        search.accept();
        problem.clear();
        boolean isEmpty = overview.page().items().isEmpty();
        table.setVisible(!isEmpty);
        table.show(overview.page().items(), assessed(overview), now);
        empty.show(url, overview);
        paging.show(
                overview.page().request().number(),
                overview.page().totalPages(),
                page -> url.onPage(page).query());
        summary.setText(RunsSummary.of(overview));
        // Only what the person asked for is announced; numbers that change by themselves would never stop talking.
        summary.getElement().setAttribute("aria-live", announce ? "polite" : "off");
        refreshing.done(now, false);
    }

    private void show(Refusal refusal) {
        String text = RefusalText.of(refusal);
        if (refusal instanceof Refusal.InvalidParameter(var parameter, var _) && parameter.equals("q")) {
            search.refuse(text);
            problem.clear();
        } else {
            search.accept();
            problem.show(Notice.Kind.PROBLEM, text);
        }
        filter.showWithoutCounts(url);
        table.setVisible(false);
        paging.setVisible(false);
        empty.setVisible(false);
        summary.setText("");
    }
}
