package dev.signalbox.domain.testing;

import dev.signalbox.domain.attention.Problem;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.out.AttentionLog;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Why runs are known to need attention, in memory. */
final class InMemoryAttentionLog implements AttentionLog {

    private final Tables tables;

    InMemoryAttentionLog(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Set<Problem> note(Set<Problem> problems, Instant now, Instant lately, Instant forgottenAfter) {
        return tables.alone(() -> {
            tables.noted
                    .entrySet()
                    .removeIf(noted -> !problems.contains(noted.getKey())
                            && noted.getValue().isBefore(forgottenAfter));
            Set<Problem> unknown = new LinkedHashSet<>(problems);
            unknown.removeAll(tables.noted.keySet());
            tables.noted.replaceAll((problem, at) -> problems.contains(problem) && !at.isAfter(lately) ? now : at);
            return unknown;
        });
    }

    @Override
    public void begin(String kind, Notification notification) {
        tables.alone(() -> {
            if (tables.noted.putIfAbsent(new Problem(notification.run(), kind), notification.at()) == null) {
                tables.put(notification);
            }
            return null;
        });
    }
}
