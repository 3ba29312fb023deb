package dev.signalbox.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndState;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTally;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import dev.signalbox.domain.port.in.BulkEndRequest;
import dev.signalbox.domain.port.in.BulkEndRequest.Named;
import dev.signalbox.domain.port.in.BulkEndWork;
import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.testing.TestSignalbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The work on a bulk end heeds what has changed since somebody asked for it, and what goes wrong. */
class BulkEndWorkServiceTest {

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final Actor admin = box.admin();

    static Stream<Change> changes() {
        return Stream.of(
                new Change(Optional.empty(), Optional.of(true)),
                new Change(Optional.of(Role.SUPPORT), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void pausesWhatIsInTheNameOfOneWhoMayForceNoMore(Change change) {
        List<RunId> runs = runs(30);
        BulkEnd asked = request(runs);
        box.bulkWork().advance("one");
        box.accounts().change(admin.account().orElseThrow(), change, Actor.atTheServer());
        long before = ended(runs);

        box.bulkWork().advance("one");

        assertThat(ended(runs)).isEqualTo(before).isPositive().isLessThan(30);
        BulkEnd paused = found(asked);
        assertThat(paused.state()).isEqualTo(BulkEndState.PAUSED);
        assertThat(paused.requestedBy()).isEqualTo(admin);
        assertThat(box.audit()
                        .list(AuditQuery.ALL, Optional.empty(), 100, box.support())
                        .items())
                .filteredOn(event -> event.action() == AuditAction.BULK_END_PAUSED)
                .singleElement()
                .extracting(AuditEvent::actor, AuditEvent::subject, AuditEvent::reason)
                .containsExactly(
                        Actor.policy(),
                        Optional.of(asked.id().value()),
                        Optional.of("admin-bot may not force runs any more"));
    }

    @Test
    void goesOnInTheNameOfWhoeverResumesIt() {
        List<RunId> runs = runs(2);
        BulkEnd asked = request(runs);
        disable(admin);
        box.bulkWork().advance("one");
        Actor other = otherAdmin();

        box.bulk().resume(asked.id(), other);
        box.bulkWork().advance("one");

        assertThat(ended(runs)).isEqualTo(2);
        assertThat(found(asked).requestedBy()).isEqualTo(other);
        assertThat(box.audit().ofRun(runs.getFirst(), other).getLast().actor()).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesWhatIsResumedMeanwhileToTheOtherName(boolean mayForceNoMore) {
        List<RunId> runs = runs(2);
        BulkEnd asked = request(runs);
        Actor other = otherAdmin();
        if (mayForceNoMore) {
            disable(admin);
        }
        Accounts slow = accounts(() -> {
            box.bulk().pause(asked.id(), other);
            box.bulk().resume(asked.id(), other);
        });

        work(box.store().runs(), slow).advance("one");
        assertThat(ended(runs)).isZero();
        box.bulkWork().advance("one");

        assertThat(found(asked).requestedBy()).isEqualTo(other);
        assertThat(runs)
                .allSatisfy(run -> assertThat(
                                box.audit().ofRun(run, other).getLast().actor())
                        .isEqualTo(other));
    }

    /** Accounts between whose answer and what is done on it something happens. */
    private Accounts accounts(Runnable meanwhile) {
        return (Accounts) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Accounts.class}, (_, method, arguments) -> {
                    Object answer = method.invoke(box.store().accounts(), arguments);
                    meanwhile.run();
                    return answer;
                });
    }

    private void disable(Actor actor) {
        box.accounts()
                .change(
                        actor.account().orElseThrow(),
                        new Change(Optional.empty(), Optional.of(true)),
                        Actor.atTheServer());
    }

    @Test
    void staysInTheNameOfWhoeverAskedIfItIsResumedWhileItRuns() {
        BulkEnd asked = request(runs(1));

        assertThat(box.bulk().resume(asked.id(), otherAdmin())).isEqualTo(asked);
    }

    @Test
    void triesARunAgainAtWhichItHasFailedOnce() {
        BulkEnd asked = request(runs(2));

        failing(new IllegalStateException("deadlock")).advance("one");

        assertThat(found(asked).tally()).isEqualTo(new BulkTally(Map.of(BulkOutcome.ENDED, 2L)));
    }

    @Test
    void givesUpARunAtWhichItFailsTwiceAndGoesOnWithTheOthers() {
        BulkEnd asked = request(runs(3));
        RuntimeException again = new IllegalStateException("again");
        BulkEndWork work = failing(new IllegalStateException("once"), again);

        assertThatThrownBy(() -> work.advance("one")).isSameAs(again);
        work.advance("one");

        assertThat(found(asked).tally())
                .isEqualTo(new BulkTally(Map.of(BulkOutcome.FAILED, 1L, BulkOutcome.ENDED, 2L)));
    }

    @Test
    void letsARunWaitWhileTheStoreIsAway() {
        BulkEnd asked = request(runs(3));
        RuntimeException away = new UncheckedIOException(new IOException("no connection"));
        BulkEndWork work = failing(away, away);

        assertThatThrownBy(() -> work.advance("one")).isSameAs(away);
        assertThat(found(asked).tally()).isEqualTo(BulkTally.waiting(3));
        work.advance("one");

        assertThat(found(asked).tally()).isEqualTo(new BulkTally(Map.of(BulkOutcome.ENDED, 3L)));
    }

    @Test
    void tellsWhichRunsAreMissing() {
        List<RunId> runs = runs(2);
        BulkEnd asked = request(runs);

        work(new FailingRuns(box.store().runs(), new ArrayDeque<>(), Set.of(runs.getFirst())))
                .advance("one");

        assertThat(found(asked).tally())
                .isEqualTo(new BulkTally(Map.of(BulkOutcome.MISSING, 1L, BulkOutcome.ENDED, 1L)));
    }

    private BulkEndWork failing(RuntimeException... failures) {
        return work(new FailingRuns(box.store().runs(), new ArrayDeque<>(List.of(failures)), Set.of()));
    }

    private BulkEndWork work(Runs runs) {
        return work(runs, box.store().accounts());
    }

    private BulkEndWork work(Runs runs, Accounts accounts) {
        return new BulkEndWorkService(
                box.store().bulkEnds(), runs, accounts, UncheckedIOException.class::isInstance, box.ids(), box.clock());
    }

    private Actor otherAdmin() {
        var issued = box.tokens().create("other", Role.SITE_ADMIN, Set.of(), Optional.empty(), Actor.atTheServer());
        return issued.account().actor(Optional.of(issued.token()), RequestOrigin.NONE);
    }

    private List<RunId> runs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> box.submit("acme", "workspace-" + i))
                .toList();
    }

    private BulkEnd request(List<RunId> runs) {
        return box.bulk()
                .request(new BulkEndRequest(new Named(Set.copyOf(runs)), ForcedEnd.ERRORED, "why", runs.size()), admin);
    }

    private BulkEnd found(BulkEnd bulkEnd) {
        return box.bulk().bulkEnd(bulkEnd.id(), box.support());
    }

    private long ended(List<RunId> runs) {
        return runs.stream()
                .filter(run -> box.seen(run).run().status().isFinal())
                .count();
    }
}
