package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.ui.testing.DecisionTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForceDecisionTest extends DecisionTest {

    ForceDecisionTest() {
        super("Force to errored…", "Force to errored");
    }

    @Test
    void forcesTheRunAndKeepsTheReason() {
        RunId run = open(RunStatus.APPLYING);

        reason("  Hangs since noon.  ");
        confirm();

        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.ERRORED);
        assertThat(forced(run)).singleElement().satisfies(event -> {
            assertThat(event.reason()).contains("Hangs since noon.");
            assertThat(event.actor().name()).isEqualTo("site-admin");
        });
        assertThat($(Dialog.class).exists()).isFalse();
        assertThat(notice()).contains("The run is errored.", "told to stop with its next sign of life");
        assertThat($view(NativeButton.class).withText("Force to errored…").exists())
                .isFalse();
    }

    @Test
    void saysNoLongerThatTheRunnerIsToldToStopOnceTheProcessIsGone() {
        RunId run = open(RunStatus.APPLYING);
        reason("Hangs since noon.");
        confirm();

        box().report(run, RunnerEvent.GONE);
        poll();

        assertThat(text()).contains("The process is gone; nothing is held.").doesNotContain("told to stop");
    }

    @Test
    void namesRunWorkspaceStatusAndRisk() {
        RunId run = open(RunStatus.APPLYING);

        assertThat(dialog())
                .contains(run.value(), "acme/network", "applying", "2026-11-02 09:00:00 UTC")
                .contains("Forcing an apply may lose state");
    }

    @Test
    void refusesABlankReasonAndChangesNothing() {
        RunId run = open(RunStatus.APPLYING);

        reason(" \n ");
        confirm();

        TextArea field = $(TextArea.class).single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("Say why the run is forced to an end.");
        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.APPLYING);
    }

    @Test
    void refusesAReasonThatIsTooLongAndKeepsIt() {
        RunId run = open(RunStatus.APPLYING);
        String text = "x".repeat(AuditEvent.MAX_REASON_LENGTH + 1);

        reason(text);
        confirm();

        assertThat($(TextArea.class).single().getErrorMessage())
                .isEqualTo("The reason is 10,001 characters long; at most 10,000 are kept.");
        assertThat($(TextArea.class).single().getValue()).isEqualTo(text);
        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.APPLYING);
    }

    @Test
    void cancelingChangesNothing() {
        RunId run = open(RunStatus.APPLYING);

        test($(Button.class).withText("Keep it as it is").single()).click();

        assertThat($(Dialog.class).exists()).isFalse();
        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.APPLYING);
    }

    @Test
    void saysThatARunnerCanBeReached() {
        RunId run = bring(RunStatus.APPLYING);
        box().clock().advance(Duration.ofSeconds(3));

        press(run);

        assertThat(dialog())
                .contains("Its runner was heard of 3 s ago: it will be told to stop within seconds, and the"
                        + " workspace stays held until it reports that the process is gone.");
    }

    @Test
    void saysThatAPlanOnlyRunHoldsNothing() {
        NewRun planOnly = new NewRun(true, false, false, Optional.empty());
        RunId run = box().submit("acme", "network", planOnly);
        box().report(run, RunnerEvent.PLAN_STARTED);
        box().clock().advance(Duration.ofMinutes(1));

        press(run);

        assertThat(dialog()).contains("the workspace is not held, as a plan-only run blocks nobody.");
        reason("stuck");
        confirm();
        assertThat(notice()).contains("a plan-only run holds nothing");
    }

    @Test
    void saysThatARunnerIsSilent() {
        RunId run = bring(RunStatus.APPLYING);
        box().clock().advance(Duration.ofMinutes(4));

        press(run);

        assertThat(dialog())
                .contains("Its runner has not been heard of for 4 min: the record ends now, but the process may"
                        + " go on; the workspace stays held until the runner reports it gone or a site admin"
                        + " releases it.");
        reason("stuck");
        confirm();
        assertThat(notice()).contains("Its runner has been silent");
    }

    @Test
    void saysWhatSpeaksForAndAgainstIt() {
        RunId run = bring(RunStatus.APPLYING);
        prints(run, 100, "Creating...", "\u202eStill creating...", "");
        box().clock().advance(Duration.ofSeconds(12));
        press(run);
        assertThat(dialog())
                .contains("Nothing was found that needs attention. Last output 12 s ago: “Still creating...”.");

        hang(run);
        poll();

        assertThat(dialog())
                .contains("Needs attention: no output for 15 min, limit 15 min; last line: Still creating...."
                        + " Last output 15 min ago.");
    }

    @Test
    void leavesNoLineOutThatStandsInTheSentenceByChance() {
        RunId run = bring(RunStatus.APPLYING);
        prints(run, 100, "an", "a");
        press(run);

        assertThat(dialog()).contains("Nothing was found that needs attention. Last output 0 s ago: “a”.");
    }

    @Test
    void assessesARunOnceForAllThatIsShown() {
        open(RunStatus.APPLYING);
        int before = assessments();

        poll();

        assertThat(assessments()).isEqualTo(before + 1);
    }

    @Test
    void saysWhatIsNotKnown() {
        open(RunStatus.APPLYING);

        assertThat(dialog())
                .contains("Nothing was found that needs attention; the runner does not tell when its command prints"
                        + " something, so silence is not judged. When it last printed something is not known.");
    }

    @Test
    void asksAgainWhereTheRunPrintsAgain() {
        RunId run = bring(RunStatus.APPLYING);
        prints(run, 100, "Still creating...");
        hang(run);
        press(run);
        reason("stuck");
        prints(run, 200, "Creation complete.");

        confirm();

        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.APPLYING);
        assertThat(dialog()).contains("It has changed meanwhile.", "Last output 0 s ago: “Creation complete.”.");
        confirm();
        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.ERRORED);
    }

    /** The runner is heard of all the time, as long as a command may be silent; it prints nothing more. */
    private void hang(RunId run) {
        Instant printed = box().queries()
                .lastHeartbeat(run, box().admin())
                .flatMap(Heartbeat::outputAt)
                .orElseThrow();
        while (box().clock().instant().isBefore(printed.plus(Duration.ofMinutes(15)))) {
            box().clock().advance(Duration.ofSeconds(12));
            box().reports().heartbeat(run, SignOfLife.of(Optional.of(printed), Optional.of(100L)), box().runner());
        }
    }

    @Test
    void saysThatNoRunnerIsAtWork() {
        open(RunStatus.PLANNED);

        assertThat(dialog())
                .contains("No runner is working on it; it ends at once.", "This run has applied nothing yet");
        reason("not wanted");
        confirm();
        assertThat(notice()).isEqualTo("The run is errored. No runner was working on it.");
    }

    @Test
    void keepsWhatIsTypedOverARefreshAndCountsOn() {
        open(RunStatus.APPLYING);
        reason("Hangs since");

        box().clock().advance(Duration.ofSeconds(40));
        poll();

        assertThat($(TextArea.class).single().getValue()).isEqualTo("Hangs since");
        assertThat(dialog()).contains("has not been heard of for 40 s");
    }

    @Test
    void saysThatTheRunHasEndedMeanwhile() {
        RunId run = open(RunStatus.APPLYING);
        reason("stuck");

        box().report(run, RunnerEvent.APPLY_FINISHED);
        poll();

        assertThat(dialog()).contains("Run " + run + " has ended already: it is applied. Nothing was changed.");
        assertThat(button().isEnabled()).isFalse();
    }

    @Test
    void tellsTheSecondOfTwoAdminsAndShowsTheNewState() {
        RunId run = open(RunStatus.APPLYING);
        reason("stuck");
        box().administration().forceCanceled(run, Optional.of("mine"), box().admin());

        confirm();

        assertThat(dialog()).contains("Run " + run + " has ended already: it is canceled. Nothing was changed.");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("stuck");
        assertThat(button().isEnabled()).isFalse();
        assertThat(text()).contains("canceled", "“mine”");
        assertThat(forced(run)).hasSize(1);
    }

    @Test
    void asksAgainWhereTheRunHasGoneOnSinceItWasShown() {
        RunId run = open(RunStatus.CONFIRMED);
        reason("stuck");
        box().report(run, RunnerEvent.APPLY_STARTED);

        confirm();

        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.APPLYING);
        assertThat(dialog()).contains("It has changed meanwhile.", "Forcing an apply may lose state");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("stuck");
        confirm();
        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.ERRORED);
    }

    @Test
    void saysSoWhereTheRunGoesOnUnderTheOpenDialog() {
        RunId run = open(RunStatus.CONFIRMED);

        box().report(run, RunnerEvent.APPLY_STARTED);
        poll();
        poll();

        assertThat(dialog()).contains("It has changed meanwhile.", "Forcing an apply may lose state");
    }

    @Test
    void keepsTheSuccessWhenConfirmedTwice() {
        RunId run = open(RunStatus.APPLYING);
        reason("stuck");
        Button button = button();

        button.click();
        button.click();
        roundTrip();

        assertThat(notice()).startsWith("The run is errored.");
        assertThat($(Dialog.class).exists()).isFalse();
        assertThat(forced(run)).hasSize(1);
    }

    @Test
    void canBeConfirmedAgainAfterABlankReason() {
        RunId run = open(RunStatus.APPLYING);
        confirm();
        assertThat(button().isEnabled()).isTrue();

        reason("stuck");
        confirm();

        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.ERRORED);
    }

    @Test
    void opensOnlyOnce() {
        open(RunStatus.APPLYING);
        reason("stuck");

        // A second click that was on its way before the dialog covered the page.
        NativeButton opener =
                $view(NativeButton.class).withText("Force to errored…").single();
        ComponentUtil.fireEvent(opener, new ClickEvent<>(opener));
        roundTrip();

        assertThat($(Dialog.class).all()).hasSize(1);
        assertThat($(TextArea.class).single().getValue()).isEqualTo("stuck");
    }

    @Test
    void opensAgainAfterItWasClosed() {
        RunId run = open(RunStatus.APPLYING);
        test($(Button.class).withText("Keep it as it is").single()).click();

        test($view(NativeButton.class).withText("Force to errored…").single()).click();
        reason("stuck");
        confirm();

        assertThat(box().seen(run).run().status()).isEqualTo(RunStatus.ERRORED);
    }

    @Test
    void keepsARefusalOverARefreshUntilTheNextTry() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        Deque<Optional<String>> answers = new ArrayDeque<>(List.of(Optional.of("It is no good."), Optional.empty()));
        RunSight sight = new RunSight(
                box().seen(run),
                Assessment.NONE,
                Optional.empty(),
                List.of(),
                box().clock().instant());
        DecisionDialog dialog = new DecisionDialog(
                new ForceDecision(box().administration()), sight, (_, _) -> answers.remove(), () -> {});
        dialog.open();
        reason("stuck");

        confirm();
        dialog.update(sight, box().admin());

        assertThat(dialog()).contains("It is no good.");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("stuck");
        confirm();
        assertThat(dialog.isOpened()).isFalse();
    }

    private RunId bring(RunStatus status) {
        return box().bring("acme", "network", status);
    }

    private RunId open(RunStatus status) {
        RunId run = bring(status);
        press(run);
        return run;
    }

    private List<AuditEvent> forced(RunId run) {
        return audited(run, AuditAction.RUN_FORCED_TO_ERRORED, AuditAction.RUN_FORCED_TO_CANCELED);
    }
}
