package dev.signalbox.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.testing.ARun;
import dev.signalbox.domain.testing.SequentialIds;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a forced end leaves of the plan, of the apply, and of the process. */
class ForcedEndTest {

    private static final Instant LATER = Instant.parse("2026-11-02T10:00:00.001Z");

    private final SequentialIds ids = new SequentialIds();

    /** E stands for the run's new status. */
    @ParameterizedTest
    @CsvSource({
        "PENDING, UNREACHABLE, UNREACHABLE",
        "PLANNING, E, UNREACHABLE",
        "PLANNED, FINISHED, UNREACHABLE",
        "POLICY_CHECKING, FINISHED, UNREACHABLE",
        "POLICY_OVERRIDE, FINISHED, UNREACHABLE",
        "POLICY_CHECKED, FINISHED, UNREACHABLE",
        "CONFIRMED, FINISHED, E",
        "APPLYING, FINISHED, E"
    })
    void endsThePlanAndTheApply(RunStatus from, String plan, String apply) {
        Run errored = ARun.with(ids).in(from).forcedToErrored(LATER);
        Run canceled = ARun.with(ids).in(from).forcedToCanceled(LATER);

        check(errored, RunStatus.ERRORED, phase(plan, PhaseStatus.ERRORED), phase(apply, PhaseStatus.ERRORED));
        check(canceled, RunStatus.CANCELED, phase(plan, PhaseStatus.CANCELED), phase(apply, PhaseStatus.CANCELED));
        assertThat(errored.forceCanceledAt()).isEmpty();
        assertThat(canceled.forceCanceledAt()).contains(LATER);
        assertThat(canceled.statusTimestamps()).containsEntry(RunStatus.CANCELED, LATER);
    }

    @Test
    void holdsTheWorkspaceUnlessTheRunWasPlanOnly() {
        assertThat(ARun.with(ids).in(RunStatus.PLANNING).forcedToErrored(LATER).holdsWorkspace(LATER, Optional.empty()))
                .isTrue();
        assertThat(ARun.with(ids)
                        .planOnly()
                        .in(RunStatus.PLANNING)
                        .forcedToErrored(LATER)
                        .holdsWorkspace(LATER, Optional.empty()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, false",
        "PLANNING, true",
        "PLANNED, false",
        "CONFIRMED, false",
        "APPLYING, true",
        "POLICY_CHECKING, true",
        "POLICY_OVERRIDE, false",
        "POLICY_CHECKED, false"
    })
    void asksTheRunnerToStopOnlyWhereOneHoldsAPhase(RunStatus from, boolean held) {
        Run forced = ARun.with(ids).in(from).forcedToErrored(LATER);

        assertThat(forced.ending()).isEqualTo(held ? Optional.of(Ending.requested(from, LATER)) : Optional.empty());
        assertThat(forced.directive()).isEqualTo(held ? Directive.STOP : Directive.OVER);
    }

    @Test
    void keepsTheEndingThatAUsersCancelBegan() {
        Run asked = ARun.with(ids).in(RunStatus.APPLYING).cancelAsked(LATER).endingAcknowledged(LATER.plusSeconds(1));

        Run forced = asked.forcedToErrored(LATER.plusSeconds(30));

        assertThat(forced.ending()).isEqualTo(asked.ending());
    }

    @Test
    void keepsWhatThePlanFound() {
        assertThat(ARun.with(ids).forcedToErrored(RunStatus.APPLYING).hasChanges())
                .isTrue();
        assertThat(ARun.with(ids).forcedToErrored(RunStatus.PLANNING).hasChanges())
                .isFalse();
    }

    private static void check(Run run, RunStatus status, PhaseStatus plan, PhaseStatus apply) {
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.plan().phase().status()).isEqualTo(plan);
        assertThat(run.apply().phase().status()).isEqualTo(apply);
    }

    private static PhaseStatus phase(String name, PhaseStatus end) {
        return name.equals("E") ? end : PhaseStatus.valueOf(name);
    }
}
