package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkEndState;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTally;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.BulkAdministration;
import dev.signalbox.domain.port.in.BulkEndRequest;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.port.out.BulkEnds;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.RunOverviews;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Begins, shows, pauses and stops bulk ends; {@link BulkEndWorkService} goes through them. */
public final class BulkAdministrationService implements BulkAdministration {

    /** How many outcomes one batch of an export has. */
    private static final int BATCH = 200;

    private final BulkEnds bulkEnds;
    private final RunOverviews overviews;
    private final AuditTrail trail;
    private final Ids ids;
    private final AttentionJudge judge;
    private final InstantSource time;
    private final AuditEvents audit;
    private final int maxRuns;

    /**
     * Works on these ports; time is cut to milliseconds here.
     *
     * @param maxRuns the most runs that one bulk end takes, {@link BulkEnd#MAX_RUNS} but in tests
     */
    public BulkAdministrationService(
            BulkEnds bulkEnds,
            RunOverviews overviews,
            AttentionSources sources,
            AuditTrail trail,
            Ids ids,
            InstantSource time,
            int maxRuns) {
        this.bulkEnds = bulkEnds;
        this.overviews = overviews;
        this.trail = trail;
        this.ids = ids;
        this.judge = new AttentionJudge(sources, time);
        this.time = time;
        this.audit = new AuditEvents(ids);
        this.maxRuns = maxRuns;
    }

    @Override
    public BulkEnd request(BulkEndRequest request, Actor actor) {
        actor.requireEverywhere(Right.FORCE_RUNS, Subject.PAGE);
        Instant now = Milliseconds.of(time.instant());
        BulkEnd bulkEnd = new BulkEnd(
                ids.bulkEnd(),
                actor,
                now,
                request.end(),
                request.reason(),
                filter(request.selection()),
                BulkEndState.RUNNING,
                now,
                BulkTally.waiting(request.expectedCount()));
        Set<RunId> runs = runs(request);
        long actual = bulkEnds.add(bulkEnd, runs, request.expectedCount(), audit.requested(bulkEnd));
        requireExpected(request, actual);
        return bulkEnd;
    }

    private static void requireExpected(BulkEndRequest request, long actual) {
        if (actual != request.expectedCount()) {
            throw new Refused(new Refusal.CountDiffers(request.expectedCount(), actual));
        }
    }

    private static Optional<String> filter(BulkEndRequest.Selection selection) {
        return switch (selection) {
            case BulkEndRequest.Filtered filtered -> Optional.of(filtered.asAsked());
            case BulkEndRequest.Named _ -> Optional.empty();
        };
    }

    /** Whoever has seen another number is told the true one, also where that is too many. */
    private Set<RunId> runs(BulkEndRequest request) {
        RunOverviews.ActiveRuns found = overviews.active(chosen(request.selection()), maxRuns);
        requireExpected(request, found.count());
        if (found.count() == 0) {
            throw new Refused(new Refusal.InvalidAttribute("expected-count", "is 0: there is nothing to end"));
        }
        if (found.count() > maxRuns) {
            throw new Refused(new Refusal.TooManyRuns(found.count(), maxRuns));
        }
        return found.ids();
    }

    private RunFilter chosen(BulkEndRequest.Selection selection) {
        return switch (selection) {
            case BulkEndRequest.Filtered filtered -> judge.judged(filtered.filter());
            case BulkEndRequest.Named named ->
                RunFilter.of(Optional.empty(), Optional.empty()).among(named.runs());
        };
    }

    @Override
    public BulkEnd bulkEnd(BulkEndId id, Actor actor) {
        actor.requireEverywhere(Right.SEE_ALL_RUNS, Subject.BULK_END);
        return bulkEnds.find(id).orElseThrow(Refusals.notFound(Subject.BULK_END));
    }

    @Override
    public Page<BulkEnd> bulkEnds(PageRequest page, Actor actor) {
        actor.requireEverywhere(Right.SEE_ALL_RUNS, Subject.PAGE);
        return bulkEnds.list(page);
    }

    @Override
    public Page<BulkTarget> targets(BulkEndId id, Set<BulkOutcome> only, PageRequest page, Actor actor) {
        return bulkEnds.targets(bulkEnd(id, actor).id(), only, page);
    }

    @Override
    public List<BulkTarget> export(BulkEndId id, String format, Optional<RunId> after, Actor actor) {
        if (after.isEmpty()) {
            BulkEndId known = bulkEnd(id, actor).id();
            Instant now = Milliseconds.of(time.instant());
            trail.add(audit.of(AuditAction.BULK_END_EXPORTED, known + " " + format, actor, now));
        } else {
            // To look it up is to count its outcomes.
            actor.requireEverywhere(Right.SEE_ALL_RUNS, Subject.BULK_END);
        }
        return bulkEnds.batch(id, after, BATCH);
    }

    @Override
    public BulkEnd pause(BulkEndId id, Actor actor) {
        return move(id, BulkEnd::paused, AuditAction.BULK_END_PAUSED, actor);
    }

    @Override
    public BulkEnd resume(BulkEndId id, Actor actor) {
        return move(id, (bulkEnd, at) -> bulkEnd.resumed(actor, at), AuditAction.BULK_END_RESUMED, actor);
    }

    @Override
    public BulkEnd stop(BulkEndId id, Actor actor) {
        return move(id, BulkEnd::stopped, AuditAction.BULK_END_STOPPED, actor);
    }

    private BulkEnd move(BulkEndId id, BiFunction<BulkEnd, Instant, BulkEnd> move, AuditAction name, Actor actor) {
        actor.requireEverywhere(Right.FORCE_RUNS, Subject.BULK_END);
        Instant now = Milliseconds.of(time.instant());
        return bulkEnds.move(
                        id, bulkEnd -> move.apply(bulkEnd, now), Optional.of(audit.of(name, id.value(), actor, now)))
                .orElseThrow(Refusals.notFound(Subject.BULK_END));
    }
}
