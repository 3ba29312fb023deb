package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.TimelineEntry;
import java.util.List;
import java.util.Optional;

/**
 * What a change leaves behind.
 *
 * @param run the run as it is to be; equal to the one before if nothing changes
 * @param report the runner's report that made the change, for the run's timeline
 * @param settled the run's outcome in the bulk end that made the change
 */
public record RunChange(Run run, List<AuditEvent> audit, Optional<TimelineEntry> report, Optional<Settled> settled) {

    /**
     * What became of a run of a bulk end: its outcome is kept in the same transaction as its end.
     *
     * @param bulkEnd as it was when the run's turn came
     */
    public record Settled(BulkEnd bulkEnd, BulkTarget target) {}

    /** Keeps a copy that nobody can change. */
    public RunChange {
        audit = List.copyOf(audit);
    }

    /** A change by an actor's act. */
    public static RunChange by(Run run, AuditEvent event) {
        return new RunChange(run, List.of(event), Optional.empty(), Optional.empty());
    }

    /** A change by a runner's report. */
    public static RunChange by(Run run, TimelineEntry report) {
        return new RunChange(run, List.of(), Optional.of(report), Optional.empty());
    }

    /** A change that leaves no trace but itself; with the run as it was, no change at all. */
    public static RunChange untraced(Run run) {
        return new RunChange(run, List.of(), Optional.empty(), Optional.empty());
    }

    /** This change as the outcome of a run of a bulk end. */
    public RunChange settling(BulkEnd bulkEnd, BulkTarget target) {
        return new RunChange(run, audit, report, Optional.of(new Settled(bulkEnd, target)));
    }
}
