package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.ui.testing.DecisionTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverrideDecisionTest extends DecisionTest {

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

    private RunId open() {
        RunId run = box().bring("acme", "network", RunStatus.POLICY_OVERRIDE);
        press(run);
        return run;
    }
}
