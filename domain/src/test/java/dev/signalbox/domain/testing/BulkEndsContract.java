package dev.signalbox.domain.testing;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndState;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTally;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.Workspace;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bulk ends keep the set they were made with, and each run's outcome exactly once. */
public abstract class BulkEndsContract extends StoreContract {

    private static final Set<BulkOutcome> ANY = Set.of();

    @Test
    void keepsTheRunsThatHaveNotEndedWorkspaceByWorkspaceAndOldestFirst() {
        Workspace network = workspace("acme", "network");
        Workspace storage = workspace("acme", "storage");
        Run second = keep(aRun(network).submittedAt(NOON.plusMillis(9)).in(RunStatus.PENDING));
        Run third = keep(aRun(storage).submittedAt(NOON).in(RunStatus.APPLYING));
        Run first = keep(aRun(network).submittedAt(NOON.plusMillis(9)).in(RunStatus.PLANNED));
        Run ended = keep(aRun(network).submittedAt(NOON.plusMillis(9)).in(RunStatus.APPLIED));
        keep(aRun(network).submittedAt(NOON.plusMillis(9)).in(RunStatus.PENDING));

        BulkEnd asked = bulkEnd(3);
        assertThat(add(asked, 3, first, second, third, ended)).isEqualTo(3);

        assertThat(store.bulkEnds().find(asked.id())).contains(asked);
        assertThat(store.bulkEnds().targets(asked.id(), ANY, ALL).items())
                .containsExactly(waiting(second), waiting(first), waiting(third));
        assertThat(store.bulkEnds().waiting(asked.id(), 2)).containsExactly(second.id(), first.id());
    }

    @Test
    void addsNothingWhereTheCountIsAnother() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));
        long events = eventsKept();

        assertThat(add(bulkEnd(2), 2, run)).isEqualTo(1);
        assertThat(add(bulkEnd(1), 1)).isZero();

        assertThat(store.bulkEnds().list(ALL).items()).isEmpty();
        assertThat(eventsKept()).isEqualTo(events);
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatWasAskedForAsItWas(ForcedEnd end) {
        Actor actor = new Actor(
                Optional.of(ids.account()),
                "some-body",
                Role.SITE_ADMIN,
                Optional.of(ids.token()),
                Set.of(),
                new RequestOrigin("2001:db8::1", "request-1"));
        BulkEnd asked = new BulkEnd(
                ids.bulkEnd(),
                actor,
                NOON,
                end,
                "hung\n\"since\" %_\\ \ud83d\ude82",
                Optional.of("{\"q\":\"x\"}"),
                BulkEndState.RUNNING,
                NOON.plusMillis(1),
                BulkTally.waiting(0));

        add(asked, 0);

        assertThat(store.bulkEnds().find(asked.id())).contains(asked);
        assertThat(store.bulkEnds().find(ids.bulkEnd())).isEmpty();
    }

    @Test
    void tellsItsRunsInBatchesByTheirTurns() {
        Workspace network = workspace("acme", "network");
        Run first = keep(aRun(network).in(RunStatus.PENDING));
        Run second = keep(aRun(network).in(RunStatus.PENDING));
        Run third = keep(aRun(network).in(RunStatus.PENDING));
        BulkEnd other = added(third, second);
        BulkEnd bulkEnd = added(first, second, third);
        end(bulkEnd, first);

        assertThat(store.bulkEnds().batch(bulkEnd.id(), Optional.empty(), 2))
                .containsExactly(ended(first), waiting(second));
        assertThat(store.bulkEnds().batch(bulkEnd.id(), Optional.of(second.id()), 2))
                .containsExactly(waiting(third));
        assertThat(store.bulkEnds().batch(bulkEnd.id(), Optional.of(third.id()), 2))
                .isEmpty();
        assertThat(store.bulkEnds().batch(other.id(), Optional.empty(), 9)).hasSize(2);
        assertThat(store.bulkEnds().batch(ids.bulkEnd(), Optional.empty(), 9)).isEmpty();
    }

    @Test
    void listsTheNewestFirst() {
        BulkEnd old = bulkEnd(0);
        BulkEnd young = bulkEnd(0);
        add(old, 0);
        add(young, 0);

        assertThat(store.bulkEnds().list(new PageRequest(1, 1)).items()).containsExactly(young);
        assertThat(store.bulkEnds().list(new PageRequest(2, 1)).items()).containsExactly(old);
        assertThat(store.bulkEnds().list(new PageRequest(9, 1)).totalCount()).isEqualTo(2);
    }

    @Test
    void keepsAnOutcomeWithTheEndOfItsRun() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PLANNED));
        BulkEnd bulkEnd = added(run);

        end(bulkEnd, run);

        assertThat(found(run).status()).isEqualTo(RunStatus.ERRORED);
        assertThat(store.bulkEnds().targets(bulkEnd.id(), ANY, ALL).items()).containsExactly(ended(run));
        assertThat(store.bulkEnds().find(bulkEnd.id()).orElseThrow().tally())
                .isEqualTo(new BulkTally(Map.of(BulkOutcome.ENDED, 1L)));
        assertThat(store.bulkEnds().waiting(bulkEnd.id(), 9)).isEmpty();
    }

    @Test
    void endsNoRunASecondTime() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PLANNED));
        BulkEnd bulkEnd = added(run);
        end(bulkEnd, run);
        long events = eventsKept();

        assertThat(refusal(() -> store.runs()
                        .update(
                                run.id(),
                                seen -> RunChange.by(seen.run(), event()).settling(bulkEnd, ended(run)))))
                .isInstanceOf(Refusal.BulkEndHalted.class);

        assertThat(eventsKept()).isEqualTo(events);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSED", "STOPPED"})
    void endsNothingOnceItIsHalted(BulkEndState state) {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PLANNED));
        BulkEnd bulkEnd = added(run);
        move(bulkEnd, state);
        long events = eventsKept();

        assertThat(refusal(() -> end(bulkEnd, run)))
                .isEqualTo(new Refusal.BulkEndHalted(bulkEnd.id().value(), state.label()));

        assertThat(found(run)).isEqualTo(run);
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void settlesOnlyWhatWaits() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PLANNED));
        BulkEnd bulkEnd = added(run);
        BulkTarget missing =
                new BulkTarget(run.id(), BulkOutcome.MISSING, Optional.empty(), Optional.of(NOON.plusMillis(5)));
        store.bulkEnds().settle(bulkEnd, missing);
        store.bulkEnds().settle(bulkEnd, ended(run));

        assertThat(store.bulkEnds().targets(bulkEnd.id(), ANY, ALL).items()).containsExactly(missing);
    }

    @Test
    void leavesWhatWaitsWhenItIsStopped() {
        Workspace network = workspace("acme", "network");
        Run done = keep(aRun(network).in(RunStatus.PLANNED));
        Run left = keep(aRun(network).in(RunStatus.PENDING));
        BulkEnd bulkEnd = added(done, left);
        end(bulkEnd, done);

        BulkEnd stopped = move(bulkEnd, BulkEndState.STOPPED);

        assertThat(stopped.tally()).isEqualTo(new BulkTally(Map.of(BulkOutcome.ENDED, 1L, BulkOutcome.LEFT, 1L)));
        assertThat(store.bulkEnds().find(bulkEnd.id())).contains(stopped);
        assertThat(store.bulkEnds()
                        .targets(bulkEnd.id(), Set.of(BulkOutcome.LEFT), ALL)
                        .items())
                .containsExactly(new BulkTarget(
                        left.id(), BulkOutcome.LEFT, Optional.empty(), Optional.of(NOON.plusSeconds(1))));
        assertThat(store.bulkEnds()
                        .targets(bulkEnd.id(), Set.of(BulkOutcome.LEFT), ALL)
                        .totalCount())
                .isEqualTo(1);
    }

    @Test
    void aMoveKeepsItsEventAndOneThatChangesNothingNone() {
        BulkEnd bulkEnd = added();
        long events = eventsKept();

        assertThat(store.bulkEnds().move(bulkEnd.id(), same -> same, Optional.of(event())))
                .contains(bulkEnd);
        assertThat(eventsKept()).isEqualTo(events);
        assertThat(store.bulkEnds().move(ids.bulkEnd(), same -> same, Optional.empty()))
                .isEmpty();
        move(bulkEnd, BulkEndState.PAUSED);
        assertThat(eventsKept()).isEqualTo(events + 1);
    }

    @Test
    void goesOnInTheNameOfWhoeverResumesIt() {
        BulkEnd bulkEnd = added();
        Actor other = other();

        BulkEnd resumed = pausedAndResumed(bulkEnd, other);

        assertThat(resumed.requestedBy()).isEqualTo(other);
        assertThat(store.bulkEnds().find(bulkEnd.id())).contains(resumed);
    }

    @Test
    void settlesNothingInTheNameOfWhoeverAskedOnceAnotherHasResumedIt() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PLANNED));
        BulkEnd bulkEnd = added(run);
        BulkEnd resumed = pausedAndResumed(bulkEnd, other());
        long events = eventsKept();

        assertThat(refusal(() -> end(bulkEnd, run))).isInstanceOf(Refusal.BulkEndHalted.class);
        store.bulkEnds().settle(bulkEnd, ended(run));

        assertThat(found(run)).isEqualTo(run);
        assertThat(eventsKept()).isEqualTo(events);
        assertThat(store.bulkEnds().waiting(bulkEnd.id(), 9)).containsExactly(run.id());
        end(resumed, run);
        assertThat(store.bulkEnds().targets(bulkEnd.id(), ANY, ALL).items()).containsExactly(ended(run));
    }

    private Actor other() {
        return new Actor(
                Optional.of(ids.account()),
                "other",
                Role.SITE_ADMIN,
                Optional.of(ids.token()),
                Set.of(),
                new RequestOrigin("192.0.2.7", "request-2"));
    }

    private BulkEnd pausedAndResumed(BulkEnd bulkEnd, Actor by) {
        move(bulkEnd, BulkEndState.PAUSED);
        return store.bulkEnds()
                .move(bulkEnd.id(), paused -> paused.resumed(by, NOON.plusSeconds(2)), Optional.of(event()))
                .orElseThrow();
    }

    @Test
    void isLeasedByOneWorkerAtATime() {
        BulkEnd bulkEnd = added();

        assertThat(lease("one", 0)).contains(bulkEnd.id().value());
        assertThat(lease("two", 9)).isEmpty();
        assertThat(lease("one", 9)).contains(bulkEnd.id().value());
        assertThat(lease("two", 18)).isEmpty();
        assertThat(lease("two", 19)).contains(bulkEnd.id().value());
        assertThat(lease("one", 19)).isEmpty();
    }

    @Test
    void onlyWhatRunsIsLeasedTheOldestFirst() {
        BulkEnd paused = added();
        BulkEnd older = added();
        BulkEnd younger = added();
        move(paused, BulkEndState.PAUSED);

        assertThat(lease("one", 0)).contains(older.id().value());
        assertThat(lease("two", 0)).contains(younger.id().value());
        assertThat(lease("three", 0)).isEmpty();
    }

    @Test
    void goesOnWithWhatHasWaitedLongest() {
        BulkEnd first = added();
        BulkEnd second = added();
        assertThat(lease("one", 0)).contains(first.id().value());
        assertThat(lease("one", 1)).contains(second.id().value());

        BulkEnd urgent = added();

        assertThat(lease("one", 2)).contains(urgent.id().value());
        assertThat(lease("one", 3)).contains(first.id().value());
        assertThat(lease("one", 4)).contains(second.id().value());
    }

    /** Leased for ten seconds, from so many seconds after noon. */
    private Optional<String> lease(String worker, long second) {
        return store.bulkEnds()
                .lease(worker, NOON.plusSeconds(second), NOON.plusSeconds(second + 10))
                .map(leased -> {
                    assertThat(leased.tally().total()).isZero();
                    return leased.id().value();
                });
    }

    private BulkEnd move(BulkEnd bulkEnd, BulkEndState state) {
        return store.bulkEnds()
                .move(
                        bulkEnd.id(),
                        seen -> state == BulkEndState.PAUSED
                                ? seen.paused(NOON.plusSeconds(1))
                                : seen.stopped(NOON.plusSeconds(1)),
                        Optional.of(event()))
                .orElseThrow();
    }

    private void end(BulkEnd bulkEnd, Run run) {
        store.runs()
                .update(
                        run.id(),
                        seen -> RunChange.by(seen.run().forcedToErrored(NOON), event())
                                .settling(bulkEnd, ended(run)));
    }

    private BulkEnd added(Run... runs) {
        BulkEnd bulkEnd = bulkEnd(runs.length);
        add(bulkEnd, runs.length, runs);
        return bulkEnd;
    }

    private long add(BulkEnd bulkEnd, long expected, Run... runs) {
        Set<RunId> chosen = Arrays.stream(runs).map(Run::id).collect(Collectors.toSet());
        return store.bulkEnds().add(bulkEnd, chosen, expected, event());
    }

    private BulkEnd bulkEnd(long runs) {
        return new BulkEnd(
                ids.bulkEnd(),
                Actor.atTheServer(),
                NOON,
                ForcedEnd.ERRORED,
                "hung",
                Optional.empty(),
                BulkEndState.RUNNING,
                NOON,
                BulkTally.waiting(runs));
    }

    private static BulkTarget waiting(Run run) {
        return new BulkTarget(run.id(), BulkOutcome.WAITING, Optional.empty(), Optional.empty());
    }

    private static BulkTarget ended(Run run) {
        return new BulkTarget(run.id(), BulkOutcome.ENDED, Optional.of(run.status()), Optional.of(NOON));
    }
}
