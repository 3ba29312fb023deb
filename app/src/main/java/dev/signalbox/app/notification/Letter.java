package dev.signalbox.app.notification;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Trigger;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a letter says of what has happened, oldest first. */
record Letter(String subject, String text) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    static Letter of(List<Notification> notifications, NotificationSettings settings) {
        var text = notifications.stream()
                .map(notification -> paragraph(notification, settings))
                .collect(Collectors.joining("\n"));
        return new Letter("[Signalbox] " + subject(notifications), text);
    }

    private static String subject(List<Notification> notifications) {
        var first = notifications.getFirst();
        if (notifications.size() == 1) {
            return place(first) + ": " + what(first.trigger(), 1);
        }
        return notifications.stream()
                .collect(Collectors.groupingBy(Notification::trigger, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> what(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String what(Trigger trigger, long runs) {
        var count = runs + (runs == 1 ? " run" : " runs");
        return switch (trigger) {
            case NEEDS_ATTENTION -> count + (runs == 1 ? " needs attention" : " need attention");
            case FORCED -> count + " forced to an end";
        };
    }

    /** Reasons and last lines are anybody's text, so no line of theirs begins a paragraph of ours. */
    private static String paragraph(Notification notification, NotificationSettings settings) {
        var said = Text.line(notification.message());
        var link = settings.link(notification.run().value())
                .map(url -> "  " + url + "\n")
                .orElse("");
        return place(notification) + ", " + notification.run() + ", "
                + notification.status().wireName() + "\n  " + TIME.format(notification.at()) + ": " + said + "\n"
                + link;
    }

    private static String place(Notification notification) {
        return notification.organization() + "/" + notification.workspace();
    }
}
