package dev.signalbox.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.Phase;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.Submission;
import dev.signalbox.ui.kit.Facts;
import dev.signalbox.ui.kit.PassingTime;
import dev.signalbox.ui.kit.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the run stands: what it waits for, its phases, its runner, its process, and how it was asked for. */
final class RunState extends Div {

    /** What the section was built from; a refresh that brings the same changes nothing. */
    private record Seen(RunInWorkspace place, Optional<Heartbeat> heartbeat, Optional<Blocker> blocker, String hold) {}

    private Optional<Seen> seen = Optional.empty();

    RunState() {
        addClassName("state");
    }

    void show(RunInWorkspace place, Optional<Heartbeat> heartbeat, Instant now) {
        Run run = place.run();
        String hold = run.ending()
                .map(ending -> RunEnd.hold(run, ending, now, place.lastHeardAt()))
                .orElse("");
        Seen current = new Seen(place, heartbeat, place.blocker(now), hold);
        if (seen.filter(current::equals).isPresent()) {
            return;
        }
        seen = Optional.of(current);
        removeAll();
        add(section("Now", now(current, now)));
        run.ending().ifPresent(ending -> add(section("Process", process(ending, hold))));
        add(section("Plan", phase(run.plan().id().value(), run.plan().phase(), changes(run), now)));
        add(section("Apply", phase(run.apply().id().value(), run.apply().phase(), "", now)));
        add(section("Submitted", submission(run, now)));
    }

    private static Facts now(Seen seen, Instant now) {
        Run run = seen.place().run();
        Facts facts = new Facts()
                .with("Status", new StatusLabel(run.status()))
                .with("For", PassingTime.lasting(RunSince.status(run), now));
        seen.blocker().ifPresent(blocker -> facts.with("Waits for", waitsFor(blocker, now)));
        facts.with("Runner", runner(seen.place(), now));
        seen.heartbeat()
                .map(RunEvidence::process)
                .filter(where -> !where.isEmpty())
                .ifPresent(where -> facts.with("Process", where));
        seen.heartbeat().flatMap(heartbeat -> heartbeat.process().host()).ifPresent(host -> facts.with("Host", host));
        seen.heartbeat()
                .flatMap(Heartbeat::outputAt)
                .ifPresent(at -> facts.with("Last output", PassingTime.ago(at, now)));
        return facts;
    }

    private static Component[] runner(RunInWorkspace place, Instant now) {
        return place.lastHeardAt()
                .map(at -> new Component[] {new Text("last heard of "), PassingTime.ago(at, now)})
                .orElseGet(() -> new Component[] {new Text(unheard(place.run()))});
    }

    private static String unheard(Run run) {
        if (run.runner().isEmpty()) {
            return "none has claimed it";
        }
        return run.submission().isByRunner()
                ? "not heard of since it submitted the run"
                : "has claimed it; not heard of yet";
    }

    private static Component[] waitsFor(Blocker blocker, Instant now) {
        return switch (blocker) {
            case Blocker.RunAhead(var run, var status) ->
                new Component[] {RunLinks.to(run), new Text(" ahead of it, which is " + StatusLabel.words(status))};
            case Blocker.Held(var run, var phase, var _) ->
                new Component[] {
                    new Text("the process of "),
                    RunLinks.to(run),
                    new Text(", which ended while " + StatusLabel.words(phase) + " and is not known to be gone")
                };
            case Blocker.Locked(var by, var since, var reason) ->
                new Component[] {
                    new Text("the lock that " + by + " has set on the workspace "),
                    PassingTime.ago(since, now),
                    new Text(reason.isBlank() ? "" : ", saying: " + dev.signalbox.domain.Text.line(reason))
                };
        };
    }

    private static Component process(Ending ending, String hold) {
        Paragraph held = new Paragraph(hold);
        held.addClassName(ending.stage() == Ending.Stage.GONE ? "quiet" : "held");
        return new Div(held, new Paragraph(RunEnd.story(ending)));
    }

    private static Facts phase(String id, Phase phase, String changes, Instant now) {
        Facts facts = new Facts().with("Status", new StatusLabel(phase.status()));
        phase.startedAt().ifPresent(at -> facts.with("Started", moment(at)));
        phase.endedAt().ifPresent(at -> facts.with("Ended", moment(at)));
        phase.startedAt().ifPresent(start -> facts.with("Took", took(start, phase.endedAt(), now)));
        if (!changes.isEmpty()) {
            facts.with("Changes", changes);
        }
        return facts.with("ID", mono(id));
    }

    /** Of the seconds that are shown beside it, so that whoever subtracts them finds the same. */
    private static Component took(Instant start, Optional<Instant> end, Instant now) {
        return end.<Component>map(at ->
                        new Text(ShortDuration.of(Duration.ofSeconds(at.getEpochSecond() - start.getEpochSecond()))))
                .orElseGet(() -> new Span(PassingTime.lasting(start, now), new Text(" so far")));
    }

    private static String changes(Run run) {
        boolean planned = run.plan().phase().startedAt().isPresent()
                && run.plan().phase().status() == dev.signalbox.domain.run.PhaseStatus.FINISHED;
        return planned ? RunEvidence.changes(run) : "";
    }

    private static Facts submission(Run run, Instant now) {
        Submission submission = run.submission();
        Facts facts = new Facts()
                .with("By", submission.authorName())
                .with("At", new Text(Utc.full(run.createdAt()) + ", "), PassingTime.ago(run.createdAt(), now));
        submission.message().filter(text -> !text.isBlank()).ifPresent(message -> facts.with("Message", message));
        submission.ci().ifPresent(ci -> facts.with("CI job", RunEvidence.job(ci)));
        List<Component> labels = new ArrayList<>(RunLinks.labels(submission));
        if (!labels.isEmpty()) {
            facts.with("Kind", labels.toArray(Component[]::new));
        }
        return facts;
    }

    private static String moment(Instant at) {
        return Utc.full(at);
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("run-id");
        return span;
    }

    private static Section section(String title, Component content) {
        Section section = new Section(new H2(title), content);
        section.addClassName("card");
        return section;
    }
}
