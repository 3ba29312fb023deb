package dev.signalbox.domain.testing;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.run.RunId;
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
    public Page<AuditEvent> list(PageRequest page) {
        return tables.alone(() -> Tables.page(List.copyOf(tables.audit).reversed(), page));
    }
}
