package dev.signalbox.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.ui.kit.Utc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened to the run, oldest first: the statuses it entered and what its runner reported. */
final class RunHistory extends Section {

    private record Seen(Run run, List<TimelineEntry> reports) {}

    /** @param order among what happened in the same millisecond */
    private record Event(Instant at, int order, Component what) {}

    /** What brought no status comes behind those of the same millisecond, of which an end is the last. */
    private static final int LAST = Integer.MAX_VALUE;

    private final OrderedList list = new OrderedList();
    private Optional<Seen> seen = Optional.empty();

    RunHistory() {
        addClassNames("card", "history");
        add(new H2("Timeline"), list);
    }

    void show(Run run, List<TimelineEntry> reports) {
        Seen current = new Seen(run, reports);
        if (seen.filter(current::equals).isPresent()) {
            return;
        }
        seen = Optional.of(current);
        list.removeAll();
        events(run, reports).forEach(event -> list.add(item(event)));
    }

    private static List<Event> events(Run run, List<TimelineEntry> reports) {
        List<TimelineEntry> alone = new ArrayList<>(reports);
        List<Event> events = new ArrayList<>();
        events.add(new Event(run.createdAt(), 0, new StatusLabel(RunStatus.PENDING)));
        run.statusTimestamps().forEach((status, at) -> {
            Div what = new Div(new StatusLabel(status));
            // The report that brought the status stands beside it.
            reports.stream()
                    .filter(entry ->
                            entry.at().equals(at) && brings(entry.report().event(), status))
                    .findFirst()
                    .ifPresent(entry -> {
                        alone.remove(entry);
                        what.add(report(entry.report()));
                    });
            events.add(new Event(at, status.place(), what));
        });
        alone.forEach(entry -> events.add(new Event(entry.at(), LAST, report(entry.report()))));
        events.sort(Comparator.comparing(Event::at).thenComparingInt(Event::order));
        return events;
    }

    private static boolean brings(RunnerEvent event, RunStatus status) {
        return switch (event) {
            case PLAN_STARTED -> status == RunStatus.PLANNING;
            case PLAN_FINISHED -> status == RunStatus.PLANNED || status == RunStatus.PLANNED_AND_FINISHED;
            case POLICY_CHECK_STARTED -> status == RunStatus.POLICY_CHECKING;
            case POLICY_CHECK_PASSED -> status == RunStatus.POLICY_CHECKED;
            case POLICY_CHECK_SOFT_FAILED -> status == RunStatus.POLICY_OVERRIDE;
            case CONFIRMED -> status == RunStatus.CONFIRMED;
            case APPLY_STARTED -> status == RunStatus.APPLYING;
            case APPLY_FINISHED -> status == RunStatus.APPLIED;
            case PLAN_FAILED, POLICY_CHECK_FAILED, APPLY_FAILED, START_FAILED -> status == RunStatus.ERRORED;
            case WITHDRAWN, GONE -> status == RunStatus.CANCELED;
            case STOPPING -> false;
        };
    }

    private static Span report(RunnerReport report) {
        StringBuilder text =
                new StringBuilder("runner reported ").append(report.event().wireName());
        report.plan().ifPresent(plan -> text.append(plan.hasChanges() ? ", with changes" : ", without changes"));
        report.exit().signal().ifPresent(signal -> text.append(", signal ").append(signal));
        report.exit().code().ifPresent(code -> text.append(", exit ").append(code));
        report.reason().ifPresent(reason -> text.append(": ").append(reason));
        Span span = new Span(text.toString());
        span.addClassNames("report", "quiet");
        return span;
    }

    private static ListItem item(Event event) {
        Span at = new Span(Utc.moment(event.at()));
        at.getElement().setAttribute("title", Utc.full(event.at()));
        at.addClassNames("when", "quiet");
        return new ListItem(at, new Div(event.what()));
    }
}
