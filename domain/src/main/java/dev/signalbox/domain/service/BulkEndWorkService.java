package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndState;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.port.in.BulkEndWork;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.port.out.BulkEnds;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Goes through bulk ends, run by run.
 *
 * <p>A run's end, its audit event and its outcome are one transaction, so that a server that dies in the middle leaves
 * nothing half done: whoever takes up the lease goes on with the next run that waits.
 */
public final class BulkEndWorkService implements BulkEndWork {

    /** How long a bulk end waits for a worker that is not heard of any more. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** How many runs are ended between two looks at the lease; they take a fraction of it. */
    private static final int BATCH = 20;

    private final BulkEnds bulkEnds;
    private final Runs runs;
    private final Accounts accounts;
    private final Predicate<RuntimeException> isAway;
    private final InstantSource time;
    private final AuditEvents audit;

    /**
     * Works on these ports; time is cut to milliseconds here.
     *
     * @param isAway whether a failure tells that the store cannot be reached, which is no fault of a run
     */
    public BulkEndWorkService(
            BulkEnds bulkEnds,
            Runs runs,
            Accounts accounts,
            Predicate<RuntimeException> isAway,
            Ids ids,
            InstantSource time) {
        this.bulkEnds = bulkEnds;
        this.runs = runs;
        this.accounts = accounts;
        this.isAway = isAway;
        this.time = time;
        this.audit = new AuditEvents(ids);
    }

    @Override
    public boolean advance(String worker) {
        Instant now = now();
        Optional<BulkEnd> taken = bulkEnds.lease(worker, now, now.plus(LEASE));
        taken.ifPresent(this::advance);
        return taken.isPresent();
    }

    private void advance(BulkEnd bulkEnd) {
        List<RunId> next = bulkEnds.waiting(bulkEnd.id(), BATCH);
        try {
            if (next.isEmpty()) {
                bulkEnds.move(bulkEnd.id(), this::finished, Optional.empty());
            } else if (mayForce(bulkEnd.requestedBy())) {
                next.forEach(run -> end(bulkEnd, run));
            } else {
                pause(bulkEnd);
            }
        } catch (Refused halted) {
            // Somebody has paused, resumed or stopped it: what is left of these waits, or is left.
        }
    }

    /** As its account is now: what was asked for long ago must not outlive the right to ask for it. */
    private boolean mayForce(Actor requester) {
        return requester
                .account()
                .map(id -> accounts.find(id)
                        .filter(account -> account.isEnabled() && account.role().has(Right.FORCE_RUNS))
                        .isPresent())
                .orElse(true);
    }

    /** Unless it goes on in another name by now. */
    private void pause(BulkEnd bulkEnd) {
        Instant now = now();
        bulkEnds.move(
                bulkEnd.id(),
                seen -> seen.requestedBy().equals(bulkEnd.requestedBy()) ? seen.paused(now) : seen,
                Optional.of(audit.pausedByPolicy(bulkEnd, now)));
    }

    private BulkEnd finished(BulkEnd bulkEnd) {
        return bulkEnd.state() == BulkEndState.RUNNING ? bulkEnd.finished(now()) : bulkEnd;
    }

    /** Once may be a deadlock, or a connection that was lost. */
    private void end(BulkEnd bulkEnd, RunId run) {
        try {
            endOrMiss(bulkEnd, run);
        } catch (Refused halted) {
            throw halted;
        } catch (RuntimeException passing) {
            endOrFail(bulkEnd, run);
        }
    }

    /**
     * A run at which the server fails again must not keep the others from their turn; the caller hears of it. While the
     * store is away all of them wait.
     */
    private void endOrFail(BulkEnd bulkEnd, RunId run) {
        try {
            endOrMiss(bulkEnd, run);
        } catch (Refused halted) {
            throw halted;
        } catch (RuntimeException failure) {
            if (!isAway.test(failure)) {
                settle(bulkEnd, run, BulkOutcome.FAILED);
            }
            throw failure;
        }
    }

    private void endOrMiss(BulkEnd bulkEnd, RunId run) {
        if (runs.update(run, seen -> change(bulkEnd, seen)).isEmpty()) {
            settle(bulkEnd, run, BulkOutcome.MISSING);
        }
    }

    private void settle(BulkEnd bulkEnd, RunId run, BulkOutcome outcome) {
        bulkEnds.settle(bulkEnd, new BulkTarget(run, outcome, Optional.empty(), Optional.of(now())));
    }

    private RunChange change(BulkEnd bulkEnd, RunInWorkspace seen) {
        Instant now = now();
        Optional<Refusal> objection = seen.objectionTo(bulkEnd.end().action(), bulkEnd.requestedBy(), now);
        if (objection.isPresent()) {
            return RunChange.untraced(seen.run()).settling(bulkEnd, target(seen, BulkOutcome.ALREADY_ENDED, now));
        }
        Run after = bulkEnd.end().of(seen.run(), now);
        AuditEvent event = audit.act(bulkEnd, seen, after, now);
        return RunChange.by(after, event).settling(bulkEnd, target(seen, BulkOutcome.ENDED, now));
    }

    private static BulkTarget target(RunInWorkspace seen, BulkOutcome outcome, Instant now) {
        RunStatus from = seen.run().status();
        return new BulkTarget(seen.run().id(), outcome, Optional.of(from), Optional.of(now));
    }

    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
