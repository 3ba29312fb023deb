package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.run.PlanCounts;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.ui.testing.DecisionTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverrideDecisionTest extends DecisionTest {

    private static final NewRun USUAL = new NewRun(false, false, false, Optional.empty());
    private static final NewRun AUTO_APPLY = new NewRun(false, true, false, Optional.empty());

    OverrideDecisionTest() {
        super("Override policies…", "Override policies");
    }

    @Test
    void letsTheRunGoOnAndKeepsTheReason() {
        RunId run = open();

        reason(" agreed with security ");
        confirm();

        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.POLICY_CHECKED);
        assertThat(audited(run, AuditAction.RUN_POLICY_OVERRIDDEN))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.reason()).contains("agreed with security");
                    assertThat(event.actor().name()).isEqualTo("site-admin");
                });
        assertThat(isAsking()).isFalse();
        assertThat(notice()).isEqualTo("The policies are overridden: the run is policy checked.");
        assertThat(text()).contains("“agreed with security”");
        assertThat(isOffered()).isFalse();
    }

    @Test
    void needsNoReason() {
        RunId run = open();
        assertThat($(TextArea.class).single().isRequiredIndicatorVisible()).isFalse();

        reason(" \n ");
        confirm();

        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.POLICY_CHECKED);
        assertThat(audited(run, AuditAction.RUN_POLICY_OVERRIDDEN))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEmpty());
    }

    @Test
    void saysThatNothingIsAppliedByThis() {
        open();

        assertThat(dialog())
                .contains("acme/network", "policy override", "its plan can be confirmed and applied")
                .contains("Nothing is applied by this alone.");
        assertThat(isDangerous()).isFalse();
    }

    @Test
    void saysThatTheApplyBeginsAtOnceWhereTheRunAppliesByItself() {
        RunId run = fail(AUTO_APPLY, Optional.of(new PlanCounts(3, 0, 17)));
        press(run);

        assertThat(dialog())
                .contains("This run is set to apply by itself: overriding confirms it, and the apply of its plan (3 to"
                        + " add, 0 to change, 17 to destroy) begins at once")
                .contains("It changes infrastructure for real")
                .doesNotContain("can be confirmed", "Nothing is applied");
        assertThat(isDangerous()).isTrue();

        confirm();
        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.CONFIRMED);
        assertThat(notice()).isEqualTo("The policies are overridden: the run is confirmed.");
    }

    @Test
    void saysThatItIsNotKnownHowMuchIsDestroyed() {
        press(fail(new NewRun(false, true, true, Optional.empty()), Optional.empty()));

        assertThat(dialog())
                .contains("the apply of its plan of destruction (how much it changes is not known) begins at once");
    }

    @Test
    void saysWhichCheckFailedAndHow() {
        RunId run = bringToCheck(AUTO_APPLY, Optional.empty());
        report(run, RunnerEvent.POLICY_CHECK_SOFT_FAILED, "the policy ended with 3: <b>./no-\u202edestroy</b>\n--all");
        press(run);

        assertThat(dialog())
                .contains("The policy check failed: \u201cthe policy ended with 3: <b>./no-destroy</b> --all\u201d.");
    }

    @Test
    void saysHowTheCheckEndedWhereNoReasonWasGiven() {
        RunId run = bringToCheck(USUAL, Optional.empty());
        box().report(run, RunnerEvent.POLICY_CHECK_SOFT_FAILED, new ProcessExit(Optional.empty(), Optional.of(3)));
        press(run);

        assertThat(dialog()).contains("The policy check failed with exit 3; its runner gave no reason.");
    }

    @Test
    void saysThatNothingIsKnownOfTheFailure() {
        open();

        assertThat(dialog()).contains("The policy check failed; its runner gave no reason.");
    }

    @Test
    void isDecidedOnWhatWasSaidOfTheRun() {
        OverrideDecision decision = new OverrideDecision(box().commands());
        RunSight sight = sight(fail(AUTO_APPLY, Optional.of(new PlanCounts(1, 0, 0))));
        RunSight more = sight(fail(AUTO_APPLY, Optional.of(new PlanCounts(2, 0, 0))));
        RunSight asks = sight(fail(USUAL, Optional.of(new PlanCounts(1, 0, 0))));
        RunSight other = new RunSight(sight.place(), sight.assessment(), sight.heartbeat(), List.of(), sight.now());

        assertThat(Stream.of(sight, more, asks, other).map(decision::ground)).doesNotHaveDuplicates();
        assertThat(decision.ground(sight(sight.place().run().id()))).isEqualTo(decision.ground(sight));
    }

    @Test
    void tellsTheSecondOfTwoAndLosesNothingTyped() {
        RunId run = open();
        reason("agreed");
        box().commands().overridePolicy(run, Optional.of("mine"), box().user());

        confirm();

        assertThat(dialog())
                .contains("Run " + run
                        + " is policy checked, which does not allow overriding its policies. Nothing was changed.");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("agreed");
        assertThat(button().isEnabled()).isFalse();
        assertThat(audited(run, AuditAction.RUN_POLICY_OVERRIDDEN)).hasSize(1);
    }

    @Test
    void saysThatTheRunHasEndedMeanwhile() {
        RunId run = open();
        box().commands().discard(run, Optional.empty(), box().user());
        poll();

        assertThat(dialog()).contains("Run " + run + " has ended already: it is discarded. Nothing was changed.");
        assertThat(button().isEnabled()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(RunStatus.class)
    void isOfferedOnlyWherePoliciesFailed(RunStatus status) {
        go("runs/" + box().bring("acme", "network", status));

        assertThat(isOffered()).isEqualTo(status == RunStatus.POLICY_OVERRIDE);
    }

    private boolean isDangerous() {
        return button().getThemeNames().contains("error");
    }

    private RunSight sight(RunId run) {
        return new RunSight(
                box().seen(run),
                Assessment.NONE,
                Optional.empty(),
                box().queries().timeline(run, box().admin()),
                box().clock().instant());
    }

    private RunId fail(NewRun asked, Optional<PlanCounts> counts) {
        RunId run = bringToCheck(asked, counts);
        report(run, RunnerEvent.POLICY_CHECK_SOFT_FAILED, "the policy ended with 3: ./no-destroy");
        return run;
    }

    private RunId bringToCheck(NewRun asked, Optional<PlanCounts> counts) {
        RunId run = box().submit("acme", "network-" + UUID.randomUUID(), asked);
        box().report(run, RunnerEvent.PLAN_STARTED);
        report(run, RunnerEvent.PLAN_FINISHED, Optional.of(new PlanOutcome(true, true, counts)), Optional.empty());
        box().report(run, RunnerEvent.POLICY_CHECK_STARTED);
        return run;
    }

    private void report(RunId run, RunnerEvent event, String reason) {
        report(run, event, Optional.empty(), Optional.of(reason));
    }

    private void report(RunId run, RunnerEvent event, Optional<PlanOutcome> plan, Optional<String> reason) {
        int number = box().nextNumber(run);
        box().reports().report(run, new RunnerReport(number, event, plan, ProcessExit.UNKNOWN, reason), box().runner());
    }

    private RunId open() {
        RunId run = box().bring("acme", "network", RunStatus.POLICY_OVERRIDE);
        press(run);
        return run;
    }
}
