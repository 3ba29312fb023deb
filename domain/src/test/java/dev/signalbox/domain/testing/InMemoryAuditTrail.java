package dev.signalbox.domain.testing;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The audit in memory. */
final class InMemoryAuditTrail implements AuditTrail {

    private final Tables tables;

    InMemoryAuditTrail(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(AuditEvent event) {
        tables.alone(() -> {
            tables.keep(List.of(event));
            return null;
        });
    }

    @Override
    public List<AuditEvent> ofRun(RunId run) {
        return tables.alone(() -> tables.audit.stream()
                .filter(event -> event.run().equals(Optional.of(run)))
                .toList());
    }

    @Override
    public Optional<AuditEvent> find(AuditEventId id) {
        return tables.alone(() ->
                tables.audit.stream().filter(event -> event.id().equals(id)).findFirst());
    }

    @Override
    public List<AuditEvent> newest(AuditQuery query, Optional<AuditEventId> after, int limit) {
        return tables.alone(() -> {
            // The sort is stable, so that of one instant the one kept last stays first.
            List<AuditEvent> newestFirst = List.copyOf(tables.audit).reversed().stream()
                    .sorted(Comparator.comparing(AuditEvent::at).reversed())
                    .toList();
            int start = after.map(id ->
                            newestFirst.stream().map(AuditEvent::id).toList().indexOf(id) + 1)
                    .orElse(0);
            return newestFirst.stream()
                    .skip(after.isPresent() && start == 0 ? newestFirst.size() : start)
                    .filter(event -> asksFor(query, event))
                    .limit(limit)
                    .toList();
        });
    }

    private static boolean asksFor(AuditQuery query, AuditEvent event) {
        return isWanted(query.account(), event.actor().account())
                && isWanted(
                        query.actorName().map(Text::folded),
                        Optional.of(Text.folded(event.actor().name())))
                && query.actions()
                        .map(actions -> actions.contains(event.action()))
                        .orElse(true)
                && isWanted(
                        query.organization().map(OrganizationName::folded),
                        event.organization().map(OrganizationName::folded))
                && isWanted(
                        query.workspace().map(WorkspaceName::folded),
                        event.workspace().map(WorkspaceName::folded))
                && isWanted(query.run(), event.run())
                && query.time().holds(event.at());
    }

    private static <V> boolean isWanted(Optional<V> wanted, Optional<V> given) {
        return wanted.isEmpty() || wanted.equals(given);
    }

    @Override
    public Page<AuditEvent> list(PageRequest page) {
        return tables.alone(() -> Tables.page(List.copyOf(tables.audit).reversed(), page));
    }
}
