package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.in.AuditQueries;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.ui.kit.Actors;
import dev.signalbox.ui.kit.Notice;
import dev.signalbox.ui.kit.PassingTime;
import dev.signalbox.ui.kit.Refreshing;
import dev.signalbox.ui.kit.RefusalText;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run: where it stands, what happened to it, who did what, and what can be decided about it. */
@Route("runs/:" + RunLinks.ID)
@RolesAllowed({Actors.SITE_ADMIN, Actors.SUPPORT})
final class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RunQueries runs;
    private final AuditQueries audit;
    private final AttentionQueries attention;
    private final InstantSource clock;
    private final Actor actor;

    private final Refreshing refreshing = new Refreshing(this::refresh);
    private final Notice notice = new Notice();
    private final RunDecisions decisions;
    private final RunHead head;
    private final Paragraph evidence = new Paragraph();
    private final RunState state = new RunState();
    private final RunHistory history = new RunHistory();
    private final RunAudit acts = new RunAudit();
    private final LogSection log;
    private @Nullable RunId id;

    RunView(
            RunQueries runs,
            AuditQueries audit,
            RunAdministration administration,
            RunCommands commands,
            AttentionQueries attention,
            RunLogs logs,
            InstantSource clock,
            AuthenticationContext authentication) {
        this.runs = runs;
        this.audit = audit;
        this.attention = attention;
        this.clock = clock;
        actor = Actors.signedIn(authentication);
        decisions = new RunDecisions(
                new RunDecisions.Setting(this::look, actor, notice, refreshing::now),
                offered(commands, administration));
        head = new RunHead(refreshing, decisions);
        log = new LogSection(logs, () -> Actors.signedIn(authentication), refreshing::now);
        addClassName("run-view");
        Div columns = new Div(state, new Div(history, acts));
        columns.addClassName("columns");
        add(head, notice, evidence, columns, log);
    }

    private static List<Decision> offered(RunCommands commands, RunAdministration administration) {
        return List.of(
                new OverrideDecision(commands), new ReleaseDecision(administration), new ForceDecision(administration));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String text = event.getRouteParameters().get(RunLinks.ID).orElse("");
        Optional<RunId> wanted = RunId.parse(text);
        if (wanted.isEmpty()) {
            event.rerouteToError(NotFoundException.class, "There is no run " + text + ".");
            return;
        }
        id = wanted.get();
        notice.clear();
        try {
            show(look(wanted.get()));
        } catch (Refused refused) {
            event.rerouteToError(NotFoundException.class, "There is no run " + text + ".");
        }
    }

    @Override
    public String getPageTitle() {
        return id == null ? "Signalbox" : "Run " + id + " – Signalbox";
    }

    private void refresh() {
        if (id == null) {
            return;
        }
        try {
            show(look(id));
        } catch (Refused refused) {
            notice.show(Notice.Kind.PROBLEM, RefusalText.of(refused.refusal()));
        }
    }

    private RunSight look(RunId run) {
        return new RunSight(
                runs.run(run, actor),
                attention.ofRun(run, actor),
                runs.lastHeartbeat(run, actor),
                runs.timeline(run, actor),
                clock.instant());
    }

    private void show(RunSight sight) {
        RunInWorkspace place = sight.place();
        Instant now = sight.now();
        RunId run = place.run().id();
        show(sight.assessment());
        if (place.run().ending().flatMap(Ending::goneAt).isPresent()) {
            // What was said when it was asked to end holds no longer.
            notice.clear();
        }
        head.show(place);
        decisions.show(sight);
        state.show(place, sight.heartbeat(), now);
        history.show(place.run(), sight.reports());
        acts.show(audit.ofRun(run, actor));
        log.show(run, sight.heartbeat(), now);
        PassingTime.tick(this, now);
        refreshing.done(now, RunEnd.isSettled(place, now));
    }

    private void show(Assessment assessment) {
        evidence.setText(RunEvidence.attention(assessment));
        evidence.setVisible(!assessment.equals(Assessment.NONE));
        evidence.setClassName("held", assessment.attention().isPresent());
        evidence.setClassName("quiet", assessment.attention().isEmpty());
    }
}
