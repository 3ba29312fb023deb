package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.ui.kit.Utc;
import java.util.List;
import java.util.Optional;

/** Who did what to the run and why, oldest first. */
final class RunAudit extends Section {

    private final OrderedList list = new OrderedList();
    private final Paragraph none = new Paragraph("Nobody has acted on this run.");
    private Optional<List<AuditEvent>> seen = Optional.empty();

    RunAudit() {
        addClassNames("card", "audit");
        none.addClassName("quiet");
        add(new H2("Audit"), none, list);
    }

    void show(List<AuditEvent> events) {
        if (seen.filter(events::equals).isPresent()) {
            return;
        }
        seen = Optional.of(List.copyOf(events));
        none.setVisible(events.isEmpty());
        list.setVisible(!events.isEmpty());
        list.removeAll();
        events.forEach(event -> list.add(item(event)));
    }

    private static ListItem item(AuditEvent event) {
        Span at = new Span(Utc.full(event.at()));
        at.addClassNames("when", "quiet");
        Div what = new Div(new Span(event.action().label().replace('-', ' ')));
        what.addClassName("what");
        event.from()
                .ifPresent(from -> event.to()
                        .ifPresent(to -> what.add(
                                new Span(" (" + StatusLabel.words(from) + " → " + StatusLabel.words(to) + ")"))));
        Div who = new Div("by " + who(event.actor()));
        who.addClassNames("small", "quiet");
        ListItem item = new ListItem(at, new Div(what, who));
        event.reason().filter(text -> !text.isBlank()).ifPresent(reason -> {
            Div why = new Div("“" + reason + "”");
            why.addClassName("reason");
            item.add(why);
        });
        return item;
    }

    private static String who(Actor actor) {
        String who = actor.name() + ", " + actor.role().wireName().replace('-', ' ');
        String token = actor.token().map(id -> ", token " + id).orElse("");
        String from = actor.origin().address();
        return who + token + (from.isEmpty() ? "" : ", from " + from);
    }
}
