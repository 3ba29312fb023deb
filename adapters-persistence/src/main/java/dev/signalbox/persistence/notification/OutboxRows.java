package dev.signalbox.persistence.notification;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Trigger;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceName;
import dev.signalbox.persistence.jooq.tables.records.NotificationsRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Notifications to rows and back. Every adapter puts in its own with this, in the transaction of its change. */
public final class OutboxRows {

    private OutboxRows() {}

    /** Puts it in for every channel, due at once, in the transaction of the context. */
    public static void insert(DSLContext dsl, Notification notification) {
        insert(dsl, List.of(notification));
    }

    /** Puts them in as one, in the transaction of the context. */
    public static void insert(DSLContext dsl, List<Notification> notifications) {
        dsl.batchInsert(notifications.stream()
                        .flatMap(notification ->
                                Arrays.stream(Channel.values()).map(channel -> toRow(channel, notification)))
                        .toList())
                .execute();
    }

    private static NotificationsRecord toRow(Channel channel, Notification notification) {
        NotificationsRecord row = new NotificationsRecord();
        row.setChannel(channel.label());
        row.setTrigger(notification.trigger().label());
        row.setAt(notification.at());
        row.setOrganizationName(notification.organization().value());
        row.setWorkspaceName(notification.workspace().value());
        row.setRunId(notification.run().value());
        row.setRunStatus(notification.status().wireName());
        row.setMessage(notification.message());
        row.setActorName(notification.by().orElse(null));
        row.setDueAt(notification.at());
        return row;
    }

    static Delivery toDelivery(NotificationsRecord row) {
        Notification notification = new Notification(
                Trigger.ofLabel(row.getTrigger()).orElseThrow(),
                row.getAt(),
                new OrganizationName(row.getOrganizationName()),
                new WorkspaceName(row.getWorkspaceName()),
                new RunId(row.getRunId()),
                RunStatus.ofWireName(row.getRunStatus()).orElseThrow(),
                row.getMessage(),
                Optional.ofNullable(row.getActorName()));
        return new Delivery(row.getId(), notification, row.getAttempts());
    }
}
