package dev.signalbox.persistence.audit;

import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditEventId;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceName;
import dev.signalbox.persistence.jooq.tables.records.AuditEventsRecord;
import dev.signalbox.persistence.notification.OutboxRows;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Audit events to rows and back. Every adapter keeps its events with this, in the transaction of its change. */
public final class AuditRows {

    private AuditRows() {}

    /** Keeps the events in their order and what is told of them elsewhere, in the transaction of the context. */
    public static void insert(DSLContext dsl, List<AuditEvent> events) {
        dsl.batchInsert(events.stream().map(AuditRows::toRow).toList()).execute();
        OutboxRows.insert(
                dsl,
                events.stream().map(Notification::of).flatMap(Optional::stream).toList());
    }

    /** Keeps one event, as {@link #insert(DSLContext, List)} does. */
    public static void insert(DSLContext dsl, AuditEvent event) {
        insert(dsl, List.of(event));
    }

    private static AuditEventsRecord toRow(AuditEvent event) {
        AuditEventsRecord row = new AuditEventsRecord();
        row.setExternalId(event.id().value());
        row.setAt(event.at());
        ActorColumns.write(event.actor(), row);
        row.setAction(event.action().label());
        row.setOrganizationName(
                event.organization().map(OrganizationName::value).orElse(null));
        row.setWorkspaceName(event.workspace().map(WorkspaceName::value).orElse(null));
        row.setRunId(event.run().map(RunId::value).orElse(null));
        row.setSubject(event.subject().orElse(null));
        row.setFromStatus(event.from().map(RunStatus::wireName).orElse(null));
        row.setToStatus(event.to().map(RunStatus::wireName).orElse(null));
        row.setReason(event.reason().orElse(null));
        return row;
    }

    static AuditEvent toEvent(AuditEventsRecord row) {
        return new AuditEvent(
                new AuditEventId(row.getExternalId()),
                row.getAt(),
                ActorColumns.toActor(row),
                AuditAction.ofLabel(row.getAction()).orElseThrow(),
                Optional.ofNullable(row.getOrganizationName()).map(OrganizationName::new),
                Optional.ofNullable(row.getWorkspaceName()).map(WorkspaceName::new),
                Optional.ofNullable(row.getRunId()).map(RunId::new),
                Optional.ofNullable(row.getSubject()),
                Optional.ofNullable(row.getFromStatus()).map(AuditRows::toStatus),
                Optional.ofNullable(row.getToStatus()).map(AuditRows::toStatus),
                Optional.ofNullable(row.getReason()));
    }

    private static RunStatus toStatus(String wireName) {
        return RunStatus.ofWireName(wireName).orElseThrow();
    }
}
