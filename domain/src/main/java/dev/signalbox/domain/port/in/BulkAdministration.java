package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Site admins end many runs at once; support looks on. For anyone else, and for a token that is restricted to
 * organizations, everything here is {@link Refusal.NotFound}.
 */
public interface BulkAdministration {

    /**
     * Begins to end the runs that the request chooses and that have not ended. The set is fixed here; a server goes
     * through it from then on, also after a restart. Refuses {@link Refusal.CountDiffers}, {@link Refusal.TooManyRuns},
     * and {@link Refusal.InvalidAttribute} {@code reason} and, where nothing is to be ended, {@code expected-count}.
     */
    BulkEnd request(BulkEndRequest request, Actor actor);

    /** The bulk end as far as it has come. Refuses {@link Refusal.NotFound}. */
    BulkEnd bulkEnd(BulkEndId id, Actor actor);

    /** All bulk ends, newest first. */
    Page<BulkEnd> bulkEnds(PageRequest page, Actor actor);

    /**
     * The bulk end's runs in the order of their turns. Refuses {@link Refusal.NotFound}.
     *
     * @param only the outcomes to show; empty for all
     */
    Page<BulkTarget> targets(BulkEndId id, Set<BulkOutcome> only, PageRequest page, Actor actor);

    /**
     * The same runs in large batches, for whoever takes all of them out. The first batch is kept in the audit. Refuses
     * {@link Refusal.NotFound}.
     *
     * @param format what they are written as, for the audit
     * @param after only runs whose turn comes after this one's; absent for the first
     */
    List<BulkTarget> export(BulkEndId id, String format, Optional<RunId> after, Actor actor);

    /** Ends nothing more for now. Refuses {@link Refusal.NotFound} and {@link Refusal.BulkEndHalted}. */
    BulkEnd pause(BulkEndId id, Actor actor);

    /** Goes on, in that actor's name. Refuses {@link Refusal.NotFound} and {@link Refusal.BulkEndHalted}. */
    BulkEnd resume(BulkEndId id, Actor actor);

    /** Ends nothing more, ever. Refuses {@link Refusal.NotFound} and {@link Refusal.BulkEndHalted}. */
    BulkEnd stop(BulkEndId id, Actor actor);
}
