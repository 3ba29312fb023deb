package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.ui.testing.DecisionTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseDecisionTest extends DecisionTest {

    ReleaseDecisionTest() {
        super("Release workspace…", "Release workspace");
    }

    @Test
    void releasesTheWorkspaceAndKeepsTheReason() {
        RunId held = held();
        box().clock().advance(Duration.ofMinutes(4));
        press(held);
        assertThat(dialog())
                .contains("acme/network", "its runner has not been heard of for 4 min")
                .contains("two runs may change the same infrastructure at once");

        reason("The CI machine was deleted.");
        confirm();

        assertThat(stage(held)).isEqualTo(Ending.Stage.RELEASED);
        assertThat(audited(held, AuditAction.WORKSPACE_HOLD_RELEASED))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).contains("The CI machine was deleted."));
        assertThat(isAsking()).isFalse();
        assertThat(notice()).isEqualTo("The workspace is released: its next run can start.");
        assertThat(isOffered()).isFalse();
    }

    @Test
    void isOfferedToTheRunThatWaits() {
        RunId held = held();
        RunId waiting = box().submit("acme", "network");

        press(waiting);
        assertThat(dialog()).contains("The process of " + held + " is not known to be gone.");
        reason("deleted");
        confirm();

        assertThat(stage(held)).isEqualTo(Ending.Stage.RELEASED);
        assertThat(box().seen(waiting).blocker(box().clock().instant())).isEmpty();
    }

    @Test
    void refusesABlankReasonAndChangesNothing() {
        RunId held = held();
        press(held);

        confirm();

        assertThat($(TextArea.class).single().getErrorMessage()).isEqualTo("Say why the process is known to be gone.");
        assertThat(stage(held)).isEqualTo(Ending.Stage.REQUESTED);
    }

    @Test
    void tellsThatTheProcessIsGoneMeanwhileAndLosesNothingTyped() {
        RunId held = held();
        press(held);
        reason("deleted");
        box().report(held, RunnerEvent.GONE);

        confirm();

        assertThat(dialog()).contains("Nothing is held in workspace network any more. Nothing was changed.");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("deleted");
        assertThat(button().isEnabled()).isFalse();
        assertThat(stage(held)).isEqualTo(Ending.Stage.GONE);
    }

    @Test
    void neverDeclaresAnotherProcessGoneThanWasShown() {
        RunId gone = held();
        RunId living = box().submit("acme", "network");
        RunId waiting = box().submit("acme", "network");
        press(waiting);
        reason("The CI machine was deleted.");
        box().report(gone, RunnerEvent.GONE);
        box().report(living, RunnerEvent.PLAN_STARTED);
        box().administration().forceErrored(living, Optional.empty(), box().admin());

        confirm();

        assertThat(stage(living)).isEqualTo(Ending.Stage.REQUESTED);
        assertThat(dialog())
                .contains("It has changed meanwhile.", "The process of " + living + " is not known to be gone.");
        confirm();
        assertThat(stage(living)).isEqualTo(Ending.Stage.RELEASED);
    }

    @Test
    void isNotOfferedWhereNothingIsHeld() {
        go("runs/" + box().bring("acme", "network", RunStatus.APPLYING));
        assertThat(isOffered()).isFalse();

        RunId planOnly = box().submit("acme", "storage", new NewRun(true, false, false, Optional.empty()));
        box().report(planOnly, RunnerEvent.PLAN_STARTED);
        box().administration().forceErrored(planOnly, Optional.empty(), box().admin());
        go("runs/" + planOnly);
        assertThat(isOffered()).isFalse();
    }

    private RunId held() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        box().administration().forceErrored(run, Optional.of("stuck"), box().admin());
        return run;
    }

    private Ending.Stage stage(RunId run) {
        return box().seen(run).run().ending().orElseThrow().stage();
    }
}
