package dev.signalbox.domain.bulk;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.ForcedEnd;
import java.time.Instant;
import java.util.Optional;

/**
 * The forced end of many runs: a fixed set of them, chosen at one moment, each ended on its own and for one reason.
 *
 * <p>It runs until every run has its outcome, unless it is paused for a while or stopped for good.
 *
 * @param requestedBy in whose name each run is ended: whoever asked for it, or resumed it last
 * @param filter the list's filter that chose the runs, as it was asked for; absent if they were named one by one
 * @param stateSince when it came into its state
 * @param tally as of when it was read
 */
public record BulkEnd(
        BulkEndId id,
        Actor requestedBy,
        Instant requestedAt,
        ForcedEnd end,
        String reason,
        Optional<String> filter,
        BulkEndState state,
        Instant stateSince,
        BulkTally tally) {

    /** The most runs that one bulk end takes. */
    public static final int MAX_RUNS = 50_000;

    /** Refuses {@link Refusal.InvalidAttribute} {@code reason} that is blank, too long, or that cannot be kept. */
    public BulkEnd {
        if (reason.isBlank()) {
            throw new Refused(new Refusal.InvalidAttribute("reason", "is required"));
        }
        Text.checkKept("reason", Optional.of(reason), AuditEvent.MAX_REASON_LENGTH);
        Milliseconds.check(requestedAt);
        Milliseconds.check(stateSince);
    }

    /** Nothing more is ended until it is resumed. Refuses {@link Refusal.BulkEndHalted}; paused, it stays so. */
    public BulkEnd paused(Instant at) {
        return in(BulkEndState.PAUSED, at);
    }

    /** It goes on in that name. Refuses {@link Refusal.BulkEndHalted}; running already, it stays as it is. */
    public BulkEnd resumed(Actor by, Instant at) {
        return in(BulkEndState.RUNNING, by, at);
    }

    /** Nothing more is ended, ever. Refuses {@link Refusal.BulkEndHalted}. */
    public BulkEnd stopped(Instant at) {
        return in(BulkEndState.STOPPED, at);
    }

    /** Every run has its outcome. Refuses {@link Refusal.BulkEndHalted}. */
    public BulkEnd finished(Instant at) {
        return in(BulkEndState.FINISHED, at);
    }

    private BulkEnd in(BulkEndState next, Instant at) {
        return in(next, requestedBy, at);
    }

    private BulkEnd in(BulkEndState next, Actor by, Instant at) {
        if (state.isOver()) {
            throw new Refused(new Refusal.BulkEndHalted(id.value(), state.label()));
        }
        return next == state ? this : new BulkEnd(id, by, requestedAt, end, reason, filter, next, at, tally);
    }
}
