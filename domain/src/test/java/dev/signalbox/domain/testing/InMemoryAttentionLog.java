package dev.signalbox.domain.testing;

import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.out.AttentionLog;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Runs that are known to need attention, in memory. */
final class InMemoryAttentionLog implements AttentionLog {

    private final Tables tables;

    InMemoryAttentionLog(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Set<RunId> note(Set<RunId> needing, Instant now, Instant lately, Instant forgottenAfter) {
        return tables.alone(() -> {
            tables.noted
                    .entrySet()
                    .removeIf(noted -> !needing.contains(noted.getKey())
                            && noted.getValue().isBefore(forgottenAfter));
            Set<RunId> unknown = new LinkedHashSet<>(needing);
            unknown.removeAll(tables.noted.keySet());
            tables.noted.replaceAll((run, at) -> needing.contains(run) && !at.isAfter(lately) ? now : at);
            return unknown;
        });
    }

    @Override
    public void begin(Notification notification) {
        tables.alone(() -> {
            if (tables.noted.putIfAbsent(notification.run(), notification.at()) == null) {
                tables.put(notification);
            }
            return null;
        });
    }
}
