package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkEndState;
import dev.signalbox.domain.bulk.BulkOutcome;
import dev.signalbox.domain.bulk.BulkTally;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.BulkEndRequest;
import dev.signalbox.domain.port.in.BulkEndRequest.Filtered;
import dev.signalbox.domain.port.in.BulkEndRequest.Named;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunSearch;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many runs are ended at once: exactly those that were meant, each with its outcome, whatever comes between. */
class BulkEndTest {

    private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_SIZE);

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final Actor admin = box.admin();

    @ParameterizedTest
    @EnumSource
    void endsWhatTheFilterFindsInTheNameOfWhoeverAsked(ForcedEnd end) {
        RunId found = box.bring("acme", "network", RunStatus.APPLYING);
        RunId other = box.bring("acme", "storage", RunStatus.PLANNED);
        box.bring("beta", "network", RunStatus.APPLIED);

        BulkEnd asked = box.bulk().request(new BulkEndRequest(search("network"), end, "provider outage", 1), admin);
        work();

        assertThat(status(found)).isEqualTo(end.status());
        assertThat(status(other)).isEqualTo(RunStatus.PLANNED);
        BulkEnd done = box.bulk().bulkEnd(asked.id(), admin);
        assertThat(done.state()).isEqualTo(BulkEndState.FINISHED);
        assertThat(done.tally()).isEqualTo(new BulkTally(Map.of(BulkOutcome.ENDED, 1L)));
        AuditEvent event = box.audit().ofRun(found, admin).getLast();
        assertThat(event.actor()).isEqualTo(admin);
        assertThat(event.reason()).contains("provider outage");
        assertThat(event.subject()).contains(asked.id().value());
        assertThat(event.from()).contains(RunStatus.APPLYING);
        assertThat(box.audit()
                        .list(AuditQuery.ALL, Optional.empty(), 100, admin)
                        .items())
                .filteredOn(e -> e.action() == AuditAction.BULK_END_REQUESTED)
                .singleElement()
                .extracting(AuditEvent::subject, AuditEvent::reason)
                .containsExactly(Optional.of(asked.id().value()), Optional.of("provider outage"));
    }

    @Test
    void tellsWhatBecameOfEachRun() {
        List<RunId> runs = runs(3);
        RunId ended = runs.get(0);
        BulkEnd asked = request(runs);
        box.administration().forceCanceled(ended, Optional.empty(), admin);
        work();

        List<BulkTarget> targets =
                box.bulk().targets(asked.id(), Set.of(), ALL, admin).items();
        assertThat(targets).extracting(BulkTarget::run).containsExactlyInAnyOrderElementsOf(runs);
        assertThat(targets)
                .filteredOn(target -> target.run().equals(ended))
                .singleElement()
                .extracting(BulkTarget::outcome, BulkTarget::from)
                .containsExactly(BulkOutcome.ALREADY_ENDED, Optional.of(RunStatus.CANCELED));
        assertThat(status(ended)).isEqualTo(RunStatus.CANCELED);
    }

    @Test
    void leavesAloneWhatCameAfterwards() {
        runs(2);
        BulkEndRequest.Selection everything = new Filtered(everything(), "");
        box.bulk().request(new BulkEndRequest(everything, ForcedEnd.ERRORED, "why", 2), admin);
        RunId later = box.submit("acme", "later");
        work();

        assertThat(status(later)).isEqualTo(RunStatus.PENDING);
    }

    @Test
    void refusesAnotherCountThanTheExpectedOneAndEndsNothing() {
        List<RunId> runs = runs(3);

        assertThat(refusal(() -> box.bulk()
                        .request(
                                new BulkEndRequest(new Filtered(everything(), ""), ForcedEnd.ERRORED, "why", 2),
                                admin)))
                .isEqualTo(new Refusal.CountDiffers(2, 3));
        work();

        assertThat(runs).allMatch(run -> status(run) == RunStatus.PENDING);
        assertThat(box.bulk().bulkEnds(ALL, admin).items()).isEmpty();
    }

    @Test
    void refusesABlankReason() {
        assertThat(refusal(() ->
                        box.bulk().request(new BulkEndRequest(named(runs(1)), ForcedEnd.ERRORED, " ", 1), admin)))
                .isEqualTo(new Refusal.InvalidAttribute("reason", "is required"));
    }

    @Test
    void refusesMoreRunsThanItTakesAndTellsTheirNumberToWhomeverHasSeenAnother() {
        int more = TestSignalbox.MAX_BULK_RUNS + 1;
        List<RunId> many = runs(more);

        for (BulkEndRequest.Selection selection : List.of(new Filtered(everything(), ""), named(many))) {
            assertThat(refused(selection, TestSignalbox.MAX_BULK_RUNS))
                    .isEqualTo(new Refusal.CountDiffers(TestSignalbox.MAX_BULK_RUNS, more));
            assertThat(refused(selection, more)).isEqualTo(new Refusal.TooManyRuns(more, TestSignalbox.MAX_BULK_RUNS));
        }
        assertThat(box.bulk().bulkEnds(ALL, admin).items()).isEmpty();
    }

    @Test
    void takesAsManyAsItMayHoweverManyOfThoseNamedHaveEnded() {
        List<RunId> named = new ArrayList<>(runs(TestSignalbox.MAX_BULK_RUNS));
        for (int i = 0; i < 9; i++) {
            named.add(box.ids().run());
        }

        BulkEnd asked = box.bulk()
                .request(
                        new BulkEndRequest(named(named), ForcedEnd.ERRORED, "why", TestSignalbox.MAX_BULK_RUNS), admin);

        assertThat(box.bulk().bulkEnd(asked.id(), admin).tally().total()).isEqualTo(TestSignalbox.MAX_BULK_RUNS);
    }

    @Test
    void beginsNothingThatWouldEndNothing() {
        BulkEndRequest.Selection nothing = search("nowhere");

        assertThat(refused(nothing, 0))
                .isEqualTo(new Refusal.InvalidAttribute("expected-count", "is 0: there is nothing to end"));
        assertThat(box.bulk().bulkEnds(ALL, admin).items()).isEmpty();
    }

    private Refusal refused(BulkEndRequest.Selection selection, long expected) {
        return refusal(
                () -> box.bulk().request(new BulkEndRequest(selection, ForcedEnd.ERRORED, "why", expected), admin));
    }

    @Test
    void endsNothingWhilePausedAndGoesOnWhenResumed() {
        List<RunId> runs = runs(45);
        BulkEnd asked = request(runs);
        box.bulkWork().advance("one");
        long before = ended(runs);
        assertThat(before).isPositive().isLessThan(45);

        box.bulk().pause(asked.id(), admin);
        assertThat(box.bulkWork().advance("one")).isFalse();
        assertThat(ended(runs)).isEqualTo(before);

        box.bulk().resume(asked.id(), admin);
        work();
        assertThat(ended(runs)).isEqualTo(45);
    }

    @Test
    void leavesTheRestWhenStoppedAndCannotBeResumed() {
        List<RunId> runs = runs(45);
        BulkEnd asked = request(runs);
        box.bulkWork().advance("one");
        long before = ended(runs);

        BulkEnd stopped = box.bulk().stop(asked.id(), admin);
        work();

        assertThat(ended(runs)).isEqualTo(before);
        assertThat(stopped.tally().of(BulkOutcome.LEFT)).isEqualTo(45 - before);
        assertThat(refusal(() -> box.bulk().resume(asked.id(), admin)))
                .isEqualTo(new Refusal.BulkEndHalted(asked.id().value(), "stopped"));
        assertThat(box.audit()
                        .list(AuditQuery.ALL, Optional.empty(), 100, admin)
                        .items())
                .extracting(AuditEvent::action)
                .contains(AuditAction.BULK_END_STOPPED);
    }

    @Test
    void anotherServerTakesOverWhereOneIsNotHeardOfAnyMore() {
        List<RunId> runs = runs(45);
        request(runs);
        box.bulkWork().advance("one");

        assertThat(box.bulkWork().advance("two")).isFalse();
        box.clock().advance(BulkEndWorkService.LEASE);
        assertThat(box.bulkWork().advance("two")).isTrue();
        assertThat(box.bulkWork().advance("one")).isFalse();
    }

    @Test
    void endsFewWhileManyMoreWereAskedForBefore() {
        List<RunId> many = runs(100);
        BulkEnd large = request(many);
        box.bulkWork().advance("one");
        RunId urgent = box.submit("acme", "urgent");
        request(List.of(urgent));

        box.clock().advance(Duration.ofSeconds(1));
        box.bulkWork().advance("one");

        assertThat(status(urgent)).isEqualTo(RunStatus.ERRORED);
        assertThat(box.bulk().bulkEnd(large.id(), admin).tally().of(BulkOutcome.WAITING))
                .isPositive();
    }

    @Test
    void isTheSiteAdminsToAskForAndSupportsToSee() {
        BulkEnd asked = request(runs(1));
        BulkEndId id = asked.id();

        assertThat(box.bulk().bulkEnd(id, box.support())).isEqualTo(asked);
        assertThat(box.bulk().bulkEnds(ALL, box.support()).items()).containsExactly(asked);
        for (Actor other : List.of(box.support(), box.user(), box.runner(), box.restricted(Role.SITE_ADMIN, "acme"))) {
            assertThat(refusal(() -> box.bulk()
                            .request(new BulkEndRequest(named(List.of()), ForcedEnd.ERRORED, "why", 0), other)))
                    .isEqualTo(new Refusal.NotFound(Subject.PAGE));
            assertThat(refusal(() -> box.bulk().stop(id, other))).isEqualTo(new Refusal.NotFound(Subject.BULK_END));
        }
        for (Actor other : List.of(box.user(), box.runner(), box.restricted(Role.SUPPORT, "acme"))) {
            assertThat(refusal(() -> box.bulk().bulkEnd(id, other))).isEqualTo(new Refusal.NotFound(Subject.BULK_END));
            assertThat(refusal(() -> box.bulk().targets(id, Set.of(), ALL, other)))
                    .isEqualTo(new Refusal.NotFound(Subject.BULK_END));
        }
    }

    private List<RunId> runs(int count) {
        List<RunId> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(box.submit("acme", "workspace-" + i));
        }
        return runs;
    }

    private BulkEnd request(List<RunId> runs) {
        return box.bulk().request(new BulkEndRequest(named(runs), ForcedEnd.ERRORED, "why", runs.size()), admin);
    }

    private static Named named(List<RunId> runs) {
        return new Named(Set.copyOf(runs));
    }

    private static Filtered search(String q) {
        return new Filtered(RunFilter.of(RunSearch.parse(q), Optional.empty()), "q=" + q);
    }

    private static RunFilter everything() {
        return RunFilter.of(Optional.empty(), Optional.empty());
    }

    private void work() {
        for (int i = 0; i < 10 && box.bulkWork().advance("one"); i++) {
            assertThat(i).isLessThan(9);
        }
    }

    private long ended(List<RunId> runs) {
        return runs.stream().filter(run -> status(run).isFinal()).count();
    }

    private RunStatus status(RunId run) {
        return box.seen(run).run().status();
    }
}
