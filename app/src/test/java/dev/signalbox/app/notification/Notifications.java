package dev.signalbox.app.notification;

import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Trigger;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Samples of what is told. */
final class Notifications {

    private Notifications() {}

    static Delivery forced(long id, String reason) {
        return delivery(
                id, Trigger.FORCED, "ada forced it from applying to errored: " + reason, RunStatus.ERRORED, "ada");
    }

    static Delivery needsAttention(long id) {
        return delivery(id, Trigger.NEEDS_ATTENTION, "no output for 47 min, limit 15", RunStatus.APPLYING, null);
    }

    private static Delivery delivery(long id, Trigger trigger, String message, RunStatus status, @Nullable String by) {
        return new Delivery(
                id,
                new Notification(
                        trigger,
                        Instant.parse("2026-11-02T09:00:00.500Z"),
                        new OrganizationName("acme"),
                        new WorkspaceName("network"),
                        new RunId("run-1111111111111111"),
                        status,
                        message,
                        Optional.ofNullable(by)),
                1);
    }
}
