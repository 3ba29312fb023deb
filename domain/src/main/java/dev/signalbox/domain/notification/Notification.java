package dev.signalbox.domain.notification;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that has happened to a run, as it is told elsewhere. It outlives the run.
 *
 * @param status the run's, once that had happened
 * @param message a sentence, without the names of the run and its workspace
 * @param by who did it; absent for what happened by itself
 */
public record Notification(
        Trigger trigger,
        Instant at,
        OrganizationName organization,
        WorkspaceName workspace,
        RunId run,
        RunStatus status,
        String message,
        Optional<String> by) {

    /** Refuses, as a programming error, an instant that is not cut to milliseconds. */
    public Notification {
        Milliseconds.check(at);
    }

    /** What is told of an event in the audit: forced ends, and nothing else. */
    public static Optional<Notification> of(AuditEvent event) {
        return event.action().isForcedEnd()
                ? Optional.of(new Notification(
                        Trigger.FORCED,
                        event.at(),
                        event.organization().orElseThrow(),
                        event.workspace().orElseThrow(),
                        event.run().orElseThrow(),
                        event.to().orElseThrow(),
                        forced(event),
                        Optional.of(event.actor().name())))
                : Optional.empty();
    }

    private static String forced(AuditEvent event) {
        String told = event.actor().name() + " forced it from "
                + event.from().orElseThrow().wireName() + " to "
                + event.to().orElseThrow().wireName();
        return told + event.reason().map(reason -> ": " + reason).orElse(".");
    }
}
