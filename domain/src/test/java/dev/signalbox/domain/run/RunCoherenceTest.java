package dev.signalbox.domain.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.testing.ARun;
import dev.signalbox.domain.testing.SequentialIds;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A row that no sequence of moves could have left is refused, as is one that a store did not give back whole. */
class RunCoherenceTest {

    private static final Instant AT = Instant.parse("2026-11-02T10:00:00.001Z");
    private static final Phase PENDING = Phase.PENDING;
    private static final Phase RUNNING = Phase.PENDING.started(AT);
    private static final Phase FINISHED = RUNNING.ended(PhaseStatus.FINISHED, AT);
    private static final Phase ERRORED = RUNNING.ended(PhaseStatus.ERRORED, AT);
    private static final Phase UNREACHABLE = Phase.UNREACHABLE;

    static Stream<Arguments> phasesThatDoNotFit() {
        return Stream.of(
                Arguments.of(RunStatus.PENDING, RUNNING, PENDING),
                Arguments.of(RunStatus.PLANNING, PENDING, PENDING),
                Arguments.of(RunStatus.PLANNING, RUNNING, RUNNING),
                Arguments.of(RunStatus.PLANNED, RUNNING, PENDING),
                Arguments.of(RunStatus.PLANNED, FINISHED, UNREACHABLE),
                Arguments.of(RunStatus.CONFIRMED, FINISHED, RUNNING),
                Arguments.of(RunStatus.APPLYING, FINISHED, PENDING),
                Arguments.of(RunStatus.APPLIED, FINISHED, RUNNING),
                Arguments.of(RunStatus.APPLIED, ERRORED, FINISHED),
                Arguments.of(RunStatus.PLANNED_AND_FINISHED, FINISHED, PENDING),
                Arguments.of(RunStatus.DISCARDED, FINISHED, FINISHED),
                Arguments.of(RunStatus.ERRORED, RUNNING, UNREACHABLE),
                Arguments.of(RunStatus.CANCELED, FINISHED, PENDING));
    }

    @ParameterizedTest
    @MethodSource("phasesThatDoNotFit")
    void refusesPhasesThatDoNotFitTheStatus(RunStatus status, Phase plan, Phase apply) {
        assertThatThrownBy(() -> run(status, Map.of(status, AT), false, plan, apply, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acceptsWhatFits() {
        assertThatCode(() -> run(
                        RunStatus.PLANNING, Map.of(RunStatus.PLANNING, AT), false, RUNNING, PENDING, Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAStatusWithoutItsInstant() {
        assertThatThrownBy(() -> run(RunStatus.PLANNING, Map.of(), false, RUNNING, PENDING, Optional.empty()))
                .hasMessageContaining("no timestamp for PLANNING");
    }

    @Test
    void refusesAnInstantOfPendingWhichIsTheCreation() {
        assertThatThrownBy(() -> run(
                        RunStatus.PENDING, Map.of(RunStatus.PENDING, AT), false, PENDING, PENDING, Optional.empty()))
                .hasMessageContaining("pending");
    }

    @Test
    void refusesChangesOfAPlanThatHasNotFinished() {
        assertThatThrownBy(() -> run(
                        RunStatus.PLANNING, Map.of(RunStatus.PLANNING, AT), true, RUNNING, PENDING, Optional.empty()))
                .hasMessageContaining("finished plan");
    }

    @Test
    void refusesSomethingToStopWhereNoRunnerHoldsAnything() {
        Optional<Ending> ending = Optional.of(Ending.requested(RunStatus.PLANNING, AT));

        assertThatThrownBy(() -> run(RunStatus.PLANNED, Map.of(RunStatus.PLANNED, AT), true, FINISHED, PENDING, ending))
                .hasMessageContaining("stop");
    }

    @Test
    void refusesInstantsFinerThanAMillisecond() {
        assertThatThrownBy(() ->
                        ARun.with(new SequentialIds()).in(RunStatus.PENDING).planStarted(AT.plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("millisecond");
    }

    @Test
    void refusesAForcedCancelOfARunThatIsNotCanceled() {
        Run run = ARun.with(new SequentialIds()).in(RunStatus.ERRORED);

        assertThatThrownBy(() -> RunDraft.of(run).forceCanceledAt(AT).build())
                .hasMessageContaining("not forced to canceled");
    }

    private static Run run(
            RunStatus status,
            Map<RunStatus, Instant> timestamps,
            boolean changes,
            Phase plan,
            Phase apply,
            Optional<Ending> ending) {
        Run base = ARun.with(new SequentialIds()).in(RunStatus.PENDING);
        return new Run(
                base.id(),
                base.workspace(),
                base.submission(),
                base.createdAt(),
                status,
                timestamps,
                Optional.empty(),
                changes,
                base.plan().with(plan),
                base.apply().with(apply),
                Optional.empty(),
                ReportMark.NONE,
                ending);
    }
}
