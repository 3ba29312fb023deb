package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The bulk ends there are, each with its runs. The end of a run itself, and its outcome, is {@link Runs#update}'s.
 */
public interface BulkEnds {

    /**
     * Adds a bulk end of those of the runs that have not ended at this moment, workspace by workspace and oldest first,
     * with its audit event, in one transaction; unless they are more or fewer than expected, when nothing is added.
     *
     * @return how many of the runs have not ended
     */
    long add(BulkEnd bulkEnd, Set<RunId> runs, long expected, AuditEvent audit);

    /** The bulk end with that ID. */
    Optional<BulkEnd> find(BulkEndId id);

    /** All bulk ends, newest first. */
    Page<BulkEnd> list(PageRequest page);

    /** The bulk end's runs in the order of their turns; only those with an outcome in the set, unless it is empty. */
    Page<BulkTarget> targets(BulkEndId id, Set<BulkOutcome> only, PageRequest page);

    /**
     * The same, uncounted.
     *
     * @param after only runs whose turn comes after that run's; absent for the first
     * @param limit at most so many
     */
    List<BulkTarget> batch(BulkEndId id, Optional<RunId> after, int limit);

    /**
     * Moves a bulk end to another state, with the audit event, in one transaction after which the old state no longer
     * holds for anybody. What is still waiting of one that is stopped is left from then on. What the function throws
     * leaves everything as it was; a bulk end that it returns as it was leaves no trace.
     *
     * @return the bulk end as it is afterwards; absent if it does not exist
     */
    Optional<BulkEnd> move(BulkEndId id, UnaryOperator<BulkEnd> move, Optional<AuditEvent> audit);

    /**
     * Takes up a running bulk end that no other worker has leased beyond {@code now}, or goes on with it: first the
     * oldest that was never taken up, then the one that was left alone for longest, so that none waits for all others.
     * Its runs are not counted for that: the tally is empty.
     *
     * @param worker who takes it
     * @param until when others may take it up if the worker is not heard of again
     */
    Optional<BulkEnd> lease(String worker, Instant now, Instant until);

    /** The next runs whose turn it is. */
    List<RunId> waiting(BulkEndId id, int limit);

    /** Keeps the outcome of a run that was not ended, unless it has one or the bulk end does not run in that name. */
    void settle(BulkEnd bulkEnd, BulkTarget target);
}
