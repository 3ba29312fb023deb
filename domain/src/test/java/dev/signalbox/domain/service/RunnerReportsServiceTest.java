package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.RunnerReceipt;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Directive;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.PhaseStatus;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.testing.SettableClock;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What reports and heartbeats do to a run that has not been asked to end. */
class RunnerReportsServiceTest {

    private final TestSignalbox box = TestSignalbox.inMemory();

    @Nested
    class WhoReports {

        /** Created by a user, so that no runner holds it yet. */
        private final RunId run = box.commands()
                .create(
                        box.workspace("acme", "network").id(),
                        new NewRun(false, false, false, Optional.empty()),
                        box.user())
                .run()
                .id();

        @Test
        void holdsTheRunThatItHasSubmitted() {
            RunId submitted = box.submit("acme", "storage");

            assertThat(refusal(
                            () -> box.reports().report(submitted, bare(1, RunnerEvent.WITHDRAWN), box.otherRunner())))
                    .isEqualTo(new Refusal.HeldByAnotherRunner(submitted.value()));
        }

        @Test
        void claimsTheRunWithTheFirstReport() {
            box.report(run, RunnerEvent.PLAN_STARTED);

            assertThat(box.seen(run).run().runner()).isEqualTo(box.runner().account());
            assertThat(refusal(() -> report(2, RunnerEvent.PLAN_FAILED, box.otherRunner())))
                    .isEqualTo(new Refusal.HeldByAnotherRunner(run.value()));
        }

        @Test
        void claimsTheRunWithTheFirstHeartbeat() {
            box.reports().heartbeat(run, SignOfLife.BARE, box.runner());

            assertThat(box.seen(run).run().runner()).isEqualTo(box.runner().account());
            assertThat(refusal(() -> box.reports().heartbeat(run, SignOfLife.BARE, box.otherRunner())))
                    .isEqualTo(new Refusal.HeldByAnotherRunner(run.value()));
        }

        @Test
        void holdsTheRunWithAnyTokenOfTheAccount() {
            RunId submitted = box.submit("acme", "storage");
            Actor rotated = box.again(box.runner());
            assertThat(rotated.token()).isNotEqualTo(box.runner().token());

            assertThat(box.reports()
                            .report(submitted, bare(1, RunnerEvent.PLAN_STARTED), rotated)
                            .status())
                    .isEqualTo(RunStatus.PLANNING);
            assertThat(box.reports()
                            .heartbeat(submitted, SignOfLife.BARE, box.runner())
                            .status())
                    .isEqualTo(RunStatus.PLANNING);
        }

        @Test
        void claimsNothingWithAReportThatIsRefused() {
            refusal(() -> report(1, RunnerEvent.APPLY_STARTED, box.otherRunner()));

            assertThat(box.seen(run).run().runner()).isEmpty();
            assertThat(box.seen(run).run().lastReport().number()).isZero();
            assertThat(box.store().runs().lastHeartbeat(run)).isEmpty();
        }

        @Test
        void isNoOneButARunnerThatSeesTheRun() {
            Refusal notFound = new Refusal.NotFound(Subject.RUN);
            Actor elsewhere = box.restricted(Role.RUNNER, "beta");

            assertThat(refusal(() -> report(1, RunnerEvent.PLAN_STARTED, box.user())))
                    .isEqualTo(notFound);
            assertThat(refusal(() -> report(1, RunnerEvent.PLAN_STARTED, box.admin())))
                    .isEqualTo(notFound);
            assertThat(refusal(() -> report(1, RunnerEvent.PLAN_STARTED, elsewhere)))
                    .isEqualTo(notFound);
            assertThat(refusal(() -> box.reports().heartbeat(run, SignOfLife.BARE, elsewhere)))
                    .isEqualTo(notFound);
        }

        @Test
        void learnsThatARunDoesNotExist() {
            RunId gone = box.ids().run();

            assertThat(refusal(() -> box.reports().heartbeat(gone, SignOfLife.BARE, box.runner())))
                    .isEqualTo(new Refusal.NotFound(Subject.RUN));
        }

        @Test
        void isHeardOfWhereItAsksForItsTurnTooEarly() {
            box.bring("acme", "storage", RunStatus.PLANNING);
            RunId waiting = box.submit("acme", "storage");
            Instant asked = box.clock().advance(Duration.ofSeconds(5));

            assertThat(refusal(() -> box.reports().report(waiting, bare(1, RunnerEvent.PLAN_STARTED), box.runner())))
                    .isInstanceOf(Refusal.NotItsTurn.class);

            assertThat(box.seen(waiting).lastHeardAt()).contains(asked);
        }

        @Test
        void isNotHeardOfAtARunThatItDoesNotHold() {
            box.bring("acme", "storage", RunStatus.PLANNING);
            RunId held = box.submit("acme", "storage");
            RunId free = box.commands()
                    .create(
                            box.workspace("acme", "storage").id(),
                            new NewRun(false, false, false, Optional.empty()),
                            box.user())
                    .run()
                    .id();

            assertThat(refusal(() -> box.reports().report(held, bare(1, RunnerEvent.PLAN_STARTED), box.otherRunner())))
                    .isInstanceOf(Refusal.HeldByAnotherRunner.class);
            assertThat(refusal(() -> box.reports().report(free, bare(1, RunnerEvent.PLAN_STARTED), box.runner())))
                    .isInstanceOf(Refusal.NotItsTurn.class);

            assertThat(box.seen(held).lastHeardAt()).isEmpty();
            assertThat(box.seen(free).lastHeardAt()).isEmpty();
            assertThat(box.seen(free).run().runner()).isEmpty();
        }

        private void report(int number, RunnerEvent event, Actor actor) {
            box.reports().report(run, bare(number, event), actor);
        }
    }

    @Nested
    class Numbers {

        private final RunId run = box.bring("acme", "network", RunStatus.PLANNING);

        @Test
        void repeatingTheLastReportChangesNothing() {
            Run before = box.seen(run).run();

            RunnerReceipt receipt = report(1, RunnerEvent.PLAN_STARTED);

            assertThat(receipt.status()).isEqualTo(RunStatus.PLANNING);
            assertThat(receipt.directive()).isEqualTo(Directive.CONTINUE);
            assertThat(box.seen(run).run()).isEqualTo(before);
            assertThat(box.store().runs().timeline(run)).hasSize(1);
        }

        @Test
        void refusesTheSameNumberWithAnotherEvent() {
            assertThat(refusal(() -> report(1, RunnerEvent.PLAN_FAILED)))
                    .isEqualTo(new Refusal.ReportConflict(run.value(), 1));
        }

        @Test
        void repeatingAnyReportChangesNothing() {
            box.report(run, RunnerEvent.PLAN_FINISHED);
            Run before = box.seen(run).run();

            assertThat(report(1, RunnerEvent.PLAN_STARTED).status()).isEqualTo(RunStatus.PLANNED);

            assertThat(box.seen(run).run()).isEqualTo(before);
            assertThat(box.store().runs().timeline(run)).hasSize(2);
        }

        @Test
        void refusesAnOlderNumberWithAnotherEvent() {
            box.report(run, RunnerEvent.PLAN_FINISHED);

            assertThat(refusal(() -> report(1, RunnerEvent.PLAN_FAILED)))
                    .isEqualTo(new Refusal.ReportConflict(run.value(), 1));
        }

        @Test
        void refusesToSkipOne() {
            assertThat(refusal(() -> report(3, RunnerEvent.PLAN_FAILED)))
                    .isEqualTo(new Refusal.ReportOutOfOrder(run.value(), 2, 3));
        }

        @Test
        void doesNotUseUpTheNumberOfARefusedReport() {
            refusal(() -> report(2, RunnerEvent.APPLY_FINISHED));

            assertThat(report(2, RunnerEvent.PLAN_FAILED).status()).isEqualTo(RunStatus.ERRORED);
        }

        private RunnerReceipt report(int number, RunnerEvent event) {
            return box.reports().report(run, bare(number, event), box.runner());
        }
    }

    @Nested
    class Moves {

        @ParameterizedTest
        @CsvSource({
            "PENDING, START_FAILED, ERRORED",
            "PENDING, WITHDRAWN, CANCELED",
            "PLANNING, PLAN_FAILED, ERRORED",
            "PLANNING, WITHDRAWN, CANCELED",
            "PLANNED, CONFIRMED, CONFIRMED",
            "PLANNED, WITHDRAWN, CANCELED",
            "POLICY_CHECKING, POLICY_CHECK_FAILED, ERRORED",
            "POLICY_OVERRIDE, WITHDRAWN, CANCELED",
            "POLICY_CHECKED, CONFIRMED, CONFIRMED",
            "APPLYING, APPLY_FINISHED, APPLIED",
            "APPLYING, APPLY_FAILED, ERRORED",
            "APPLYING, WITHDRAWN, CANCELED"
        })
        void followTheReport(RunStatus from, RunnerEvent event, RunStatus to) {
            RunId run = box.bring("acme", "network", from);

            assertThat(box.report(run, event).status()).isEqualTo(to);
        }

        @ParameterizedTest
        @CsvSource({
            "PENDING, PLAN_FAILED",
            "PENDING, GONE",
            "PENDING, STOPPING",
            "PENDING, CONFIRMED",
            "PLANNING, START_FAILED",
            "PLANNING, APPLY_FAILED",
            "PLANNING, GONE",
            "PLANNING, STOPPING",
            "PLANNING, PLAN_STARTED",
            "PLANNED, APPLY_STARTED",
            "PLANNED, PLAN_FAILED",
            "PLANNED, GONE",
            "POLICY_CHECKING, PLAN_FAILED",
            "POLICY_OVERRIDE, CONFIRMED",
            "APPLYING, PLAN_FAILED",
            "APPLYING, POLICY_CHECK_FAILED",
            "APPLYING, GONE",
            "CONFIRMED, APPLY_FINISHED"
        })
        void areRefusedWhereTheReportDoesNotFit(RunStatus from, RunnerEvent event) {
            RunId run = box.bring("acme", "network", from);
            Run before = box.seen(run).run();

            assertThat(refusal(() -> box.report(run, event))).isInstanceOf(Refusal.MoveNotAllowed.class);
            assertThat(box.seen(run).run()).isEqualTo(before);
        }

        @Test
        void confirmAnAutoApplyRunInTheSameStep() {
            RunId run = box.submit("acme", "network", new NewRun(false, true, false, Optional.empty()));
            box.report(run, RunnerEvent.PLAN_STARTED);

            assertThat(box.report(run, RunnerEvent.PLAN_FINISHED).status()).isEqualTo(RunStatus.CONFIRMED);

            assertThat(box.seen(run).run().statusTimestamps())
                    .containsEntry(RunStatus.PLANNED, SettableClock.START)
                    .containsEntry(RunStatus.CONFIRMED, SettableClock.START);
        }

        @ParameterizedTest
        @CsvSource({"true, CONFIRMED", "false, POLICY_CHECKED"})
        void confirmAnAutoApplyRunOnlyAfterThePolicyCheckThatFollows(boolean autoApply, RunStatus passed) {
            RunId run = box.submit("acme", "network", new NewRun(false, autoApply, false, Optional.empty()));
            box.report(run, RunnerEvent.PLAN_STARTED);

            assertThat(planFinished(run, true).status()).isEqualTo(RunStatus.PLANNED);
            assertThat(box.report(run, RunnerEvent.POLICY_CHECK_STARTED).status())
                    .isEqualTo(RunStatus.POLICY_CHECKING);
            assertThat(box.report(run, RunnerEvent.POLICY_CHECK_PASSED).status())
                    .isEqualTo(passed);
        }

        @ParameterizedTest
        @CsvSource({"true, CONFIRMED", "false, POLICY_CHECKED"})
        void confirmAnAutoApplyRunWhosePolicyIsOverridden(boolean autoApply, RunStatus overridden) {
            RunId run = box.submit("acme", "network", new NewRun(false, autoApply, false, Optional.empty()));
            box.report(run, RunnerEvent.PLAN_STARTED);
            planFinished(run, true);
            box.report(run, RunnerEvent.POLICY_CHECK_STARTED);
            assertThat(box.report(run, RunnerEvent.POLICY_CHECK_SOFT_FAILED).status())
                    .isEqualTo(RunStatus.POLICY_OVERRIDE);

            RunStatus after = box.commands()
                    .overridePolicy(run, Optional.of("it is known"), box.user())
                    .run()
                    .status();

            assertThat(after).isEqualTo(overridden);
            assertThat(box.seen(run).run().statusTimestamps()).containsKeys(RunStatus.POLICY_CHECKED, overridden);
        }

        private RunnerReceipt planFinished(RunId run, boolean policyCheck) {
            PlanOutcome outcome = new PlanOutcome(true, policyCheck, Optional.empty());
            RunnerReport report = new RunnerReport(
                    2, RunnerEvent.PLAN_FINISHED, Optional.of(outcome), ProcessExit.UNKNOWN, Optional.empty());
            return box.reports().report(run, report, box.runner());
        }

        @Test
        void finishAPlanWithNothingToDo() {
            RunId autoApply = box.submit("acme", "network", new NewRun(false, true, false, Optional.empty()));
            box.report(autoApply, RunnerEvent.PLAN_STARTED);
            RunId planOnly = box.submit("acme", "network", new NewRun(true, false, false, Optional.empty()));
            box.report(planOnly, RunnerEvent.PLAN_STARTED);

            assertThat(box.reportPlanWithoutChanges(autoApply).status()).isEqualTo(RunStatus.PLANNED_AND_FINISHED);
            assertThat(box.report(planOnly, RunnerEvent.PLAN_FINISHED).status())
                    .isEqualTo(RunStatus.PLANNED_AND_FINISHED);
            assertThat(box.seen(planOnly).run().hasChanges()).isTrue();
        }
    }

    @Nested
    class Waiting {

        private final RunId first = box.bring("acme", "network", RunStatus.APPLYING);
        private final RunId second = box.submit("acme", "network");

        @Test
        void isSaidWithEveryAnswer() {
            RunnerReceipt receipt = box.reports().heartbeat(second, SignOfLife.BARE, box.runner());

            assertThat(receipt.waitingFor().orElseThrow().sentence()).contains(first.value(), "applying");
            assertThat(receipt.directive()).isEqualTo(Directive.CONTINUE);
        }

        @Test
        void endsWhenTheRunAheadHasEnded() {
            assertThat(refusal(() -> box.report(second, RunnerEvent.PLAN_STARTED)))
                    .isInstanceOf(Refusal.NotItsTurn.class);

            box.report(first, RunnerEvent.APPLY_FINISHED);

            assertThat(box.report(second, RunnerEvent.PLAN_STARTED).status()).isEqualTo(RunStatus.PLANNING);
        }

        @Test
        void goesOnWhileAForcedApplyIsNotGone() {
            box.administration().forceErrored(first, Optional.empty(), box.admin());
            box.clock().advance(Duration.ofDays(1));

            assertThat(refusal(() -> box.report(second, RunnerEvent.PLAN_STARTED))
                            .detail())
                    .contains(first.value(), "not known to be gone");

            box.report(first, RunnerEvent.GONE);
            assertThat(box.report(second, RunnerEvent.PLAN_STARTED).status()).isEqualTo(RunStatus.PLANNING);
        }
    }

    @Nested
    class SignsOfLife {

        private static final RunnerProcess PROCESS = new RunnerProcess(
                Optional.of("build-7"), Optional.of(4711), Optional.of(2), Optional.of(List.of(4711, 4712)));
        private static final RunnerProcess HOST =
                new RunnerProcess(Optional.of("build-7"), Optional.empty(), Optional.empty(), Optional.empty());

        private final RunId run = box.bring("acme", "network", RunStatus.PLANNING);

        @Test
        void areHeartbeatsAndReports() {
            box.clock().advance(Duration.ofSeconds(5));
            box.reports()
                    .heartbeat(
                            run,
                            SignOfLife.of(Optional.of(SettableClock.START.plusNanos(1_999_999)), Optional.of(9L)),
                            box.runner());
            box.clock().advance(Duration.ofSeconds(5));
            box.report(run, RunnerEvent.PLAN_FINISHED);

            assertThat(box.queries().lastHeartbeat(run, box.user()))
                    .contains(new Heartbeat(
                            SettableClock.START.plusSeconds(10),
                            Optional.of(SettableClock.START.plusMillis(1)),
                            Optional.of(9L),
                            RunnerProcess.UNKNOWN,
                            List.of()));
        }

        @Test
        void knowAProcessOnlyWhileOneIsAtWork() {
            beat(PROCESS);
            box.report(run, RunnerEvent.PLAN_FINISHED);
            assertThat(beat().process()).isEqualTo(HOST);
            beat(PROCESS);
            assertThat(beat().process()).as("told of what is over").isEqualTo(HOST);

            RunId applying = box.bring("acme", "storage", RunStatus.CONFIRMED);
            box.reports().heartbeat(applying, of(PROCESS), box.runner());
            box.report(applying, RunnerEvent.APPLY_STARTED);

            assertThat(box.queries().lastHeartbeat(applying, box.user()).map(Heartbeat::process))
                    .as("nothing told of the apply")
                    .contains(HOST);
        }

        @Test
        void knowTheProcessOfAnEndedRunUntilItIsGone() {
            beat(PROCESS);
            box.administration().forceErrored(run, Optional.empty(), box.admin());
            assertThat(beat().process()).isEqualTo(PROCESS);
            box.report(run, RunnerEvent.STOPPING);
            assertThat(beat().process()).isEqualTo(PROCESS);

            box.report(run, RunnerEvent.GONE);
            assertThat(beat().process()).isEqualTo(HOST);
            beat(PROCESS);
            assertThat(beat().process()).as("a heartbeat that came late").isEqualTo(HOST);
        }

        private void beat(RunnerProcess process) {
            box.reports().heartbeat(run, of(process), box.runner());
        }

        private static SignOfLife of(RunnerProcess process) {
            return new SignOfLife(Optional.empty(), Optional.empty(), Optional.empty(), process, List.of());
        }

        @ParameterizedTest
        @CsvSource({"-86400, -60", "0, -60", "31536000, -60", "-60, -60"})
        void tellTheTimeOfOutputWhateverTheRunnersClockShows(long wrongBy, long outputAfter) {
            Instant sent = SettableClock.START.plusSeconds(wrongBy);
            box.reports().heartbeat(run, sign(sent, sent.plusSeconds(outputAfter), List.of()), box.runner());

            assertThat(beat().outputAt()).contains(SettableClock.START.plusSeconds(outputAfter));
        }

        @Test
        void knowNoOutputThatIsYetToCome() {
            Instant sent = SettableClock.START;
            box.reports().heartbeat(run, sign(sent, sent.plusSeconds(7), List.of()), box.runner());

            assertThat(beat().outputAt()).contains(SettableClock.START);
        }

        @Test
        void showTheLastLinesWithoutWhatOnlyATerminalUnderstands() {
            List<String> lines = List.of("\u001b[1mPlan:\u001b[0m 1 to add\r", "\u0000\u0007", "x".repeat(501));
            box.reports().heartbeat(run, sign(SettableClock.START, SettableClock.START, lines), box.runner());

            assertThat(beat().lastLines()).containsExactly("Plan: 1 to add", "", "x".repeat(500));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '|',
                value = {
                    "|10 %\r50 %\r99 %|, 99 %",
                    "|10 %\r99 %\r\r|, 99 %",
                    "|10 %\r\u001b[K99 %\r\u001b[K|, 99 %",
                    "|old\r |, old",
                    "|\r\r|, ||",
                    "|\u202e\u2066desrever\u2069\u202c!|, desrever!"
                })
        void showOfALineThatWritesOverItselfWhatStandsThereInTheEnd(String printed, String line) {
            box.reports()
                    .heartbeat(run, sign(SettableClock.START, SettableClock.START, List.of(printed)), box.runner());

            assertThat(beat().lastLines()).containsExactly(line);
        }

        @Test
        void refuseMoreThanTheLastLines() {
            List<String> lines = Collections.nCopies(21, "line");

            assertThat(refusal(() -> box.reports()
                            .heartbeat(run, sign(SettableClock.START, SettableClock.START, lines), box.runner())))
                    .isEqualTo(new Refusal.InvalidAttribute("last-lines", "holds more than 20 lines"));
        }

        private Heartbeat beat() {
            return box.queries().lastHeartbeat(run, box.user()).orElseThrow();
        }

        private SignOfLife sign(Instant sentAt, Instant outputAt, List<String> lines) {
            return new SignOfLife(
                    Optional.of(sentAt), Optional.of(outputAt), Optional.empty(), RunnerProcess.UNKNOWN, lines);
        }

        @Test
        void refuseOutputThatCannotBe() {
            assertThat(refusal(() -> box.reports()
                            .heartbeat(run, SignOfLife.of(Optional.empty(), Optional.of(-1L)), box.runner())))
                    .isInstanceOf(Refusal.InvalidAttribute.class);
        }
    }

    @Nested
    class AForcedRun {

        @ParameterizedTest
        @EnumSource(names = {"PLAN_FINISHED", "PLAN_FAILED", "APPLY_FINISHED", "APPLY_FAILED", "WITHDRAWN", "GONE"})
        void staysAsItWasForcedWhateverIsReported(RunnerEvent event) {
            RunId run = box.bring("acme", "network", RunStatus.APPLYING);
            box.administration().forceCanceled(run, Optional.empty(), box.admin());

            RunnerReceipt receipt = box.report(run, event, new ProcessExit(Optional.of("KILL"), Optional.of(137)));

            Run after = box.seen(run).run();
            assertThat(receipt.directive()).isEqualTo(Directive.OVER);
            assertThat(after.status()).isEqualTo(RunStatus.CANCELED);
            assertThat(after.apply().phase().status()).isEqualTo(PhaseStatus.CANCELED);
            assertThat(after.ending().orElseThrow().signal()).contains("KILL");
            assertThat(after.ending().orElseThrow().exitCode()).contains(137);
            assertThat(box.store().runs().timeline(run).getLast().report().event())
                    .isEqualTo(event);
        }

        @Test
        void tellsItsRunnerToStopUntilItIsGone() {
            RunId run = box.bring("acme", "network", RunStatus.APPLYING);
            box.administration().forceErrored(run, Optional.empty(), box.admin());

            assertThat(box.reports()
                            .heartbeat(run, SignOfLife.BARE, box.runner())
                            .directive())
                    .isEqualTo(Directive.STOP);
            assertThat(box.report(run, RunnerEvent.STOPPING).directive()).isEqualTo(Directive.STOP);
            assertThat(box.seen(run).run().ending().orElseThrow().stage()).isEqualTo(Ending.Stage.ACKNOWLEDGED);
            assertThat(box.report(run, RunnerEvent.GONE).directive()).isEqualTo(Directive.OVER);
            assertThat(box.report(run, RunnerEvent.GONE).directive()).isEqualTo(Directive.OVER);
        }

        @Test
        void tellsARunnerThatHadNotBegunThatItIsOver() {
            RunId run = box.submit("acme", "network");
            box.administration().forceErrored(run, Optional.empty(), box.admin());

            assertThat(box.report(run, RunnerEvent.PLAN_STARTED).directive()).isEqualTo(Directive.OVER);
            assertThat(box.seen(run).run().status()).isEqualTo(RunStatus.ERRORED);
        }
    }

    @Nested
    class ARunWhoseCancelWasAskedFor {

        @ParameterizedTest
        @CsvSource({
            "PLANNING, GONE, CANCELED",
            "PLANNING, WITHDRAWN, CANCELED",
            "PLANNING, PLAN_FINISHED, CANCELED",
            "PLANNING, PLAN_FAILED, ERRORED",
            "POLICY_CHECKING, POLICY_CHECK_PASSED, CANCELED",
            "POLICY_CHECKING, POLICY_CHECK_SOFT_FAILED, CANCELED",
            "POLICY_CHECKING, POLICY_CHECK_FAILED, ERRORED",
            "APPLYING, GONE, CANCELED",
            "APPLYING, APPLY_FINISHED, APPLIED",
            "APPLYING, APPLY_FAILED, ERRORED"
        })
        void endsWithItsProcess(RunStatus phase, RunnerEvent event, RunStatus end) {
            RunId run = box.bring("acme", "network", phase);
            box.commands().cancel(run, Optional.empty(), box.user());
            assertThat(box.seen(run).run().status()).isEqualTo(phase);
            assertThat(box.report(run, RunnerEvent.STOPPING).directive()).isEqualTo(Directive.STOP);

            RunnerReceipt receipt = box.report(run, event);

            assertThat(receipt.status()).isEqualTo(end);
            assertThat(receipt.directive()).isEqualTo(Directive.OVER);
            assertThat(box.seen(run).run().ending().orElseThrow().stage()).isEqualTo(Ending.Stage.GONE);
        }

        @Test
        void keepsTheInstantOfThePlanThatFinishedFirst() {
            RunId run = box.submit("acme", "network", new NewRun(false, true, false, Optional.empty()));
            box.report(run, RunnerEvent.PLAN_STARTED);
            box.commands().cancel(run, Optional.empty(), box.user());

            box.report(run, RunnerEvent.PLAN_FINISHED);

            assertThat(box.seen(run).run().statusTimestamps())
                    .containsKeys(RunStatus.PLANNED, RunStatus.CANCELED)
                    .doesNotContainKey(RunStatus.CONFIRMED);
        }

        @Test
        void isFinishedIfItsPlanFoundNothingToDo() {
            RunId run = box.bring("acme", "network", RunStatus.PLANNING);
            box.commands().cancel(run, Optional.empty(), box.user());

            assertThat(box.reportPlanWithoutChanges(run).status()).isEqualTo(RunStatus.PLANNED_AND_FINISHED);
        }
    }

    private static RunnerReport bare(int number, RunnerEvent event) {
        return new RunnerReport(number, event, Optional.empty(), ProcessExit.UNKNOWN, Optional.empty());
    }
}
