package dev.signalbox.domain.testing;

import dev.signalbox.domain.attention.Problem;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.out.AttentionLog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Why runs are known to need attention, in memory. */
final class InMemoryAttentionLog implements AttentionLog {

    private final Tables tables;

    InMemoryAttentionLog(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Map<Problem, Instant> note(Set<Problem> problems, Instant now, Instant lately, Instant forgottenAfter) {
        return tables.alone(() -> {
            tables.noted
                    .entrySet()
                    .removeIf(noted -> !problems.contains(noted.getKey())
                            && noted.getValue().at().isBefore(forgottenAfter));
            Map<Problem, Instant> known = new LinkedHashMap<>();
            tables.noted.replaceAll((problem, noted) -> {
                if (!problems.contains(problem)) {
                    return noted;
                }
                known.put(problem, noted.since());
                return noted.at().isAfter(lately) ? noted : new Tables.Noted(now, noted.since());
            });
            return known;
        });
    }

    @Override
    public void begin(Problem problem, Instant since, Notification notification) {
        tables.alone(() -> {
            Tables.Noted known = tables.noted.get(problem);
            if (known == null || known.since().isBefore(since)) {
                tables.noted.put(problem, new Tables.Noted(notification.at(), since));
                tables.put(notification);
            }
            return null;
        });
    }
}
