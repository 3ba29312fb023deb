package dev.signalbox.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long an ended run holds its workspace, and what is kept of how its process ended. */
class EndingTest {

    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");
    private static final ProcessExit KILLED = new ProcessExit(Optional.of("KILL"), Optional.of(137));

    @ParameterizedTest
    @EnumSource
    void existsOnlyForPhasesThatARunnerHolds(RunStatus phase) {
        if (phase.isHeldByRunner()) {
            assertThat(Ending.requested(phase, AT).stage()).isEqualTo(Ending.Stage.REQUESTED);
        } else {
            assertThatThrownBy(() -> Ending.requested(phase, AT)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class AnApply {

        private final Ending ending = Ending.requested(RunStatus.APPLYING, AT);

        @Test
        void holdsTheWorkspaceHoweverLongItsRunnerIsSilent() {
            assertThat(ending.holdsWorkspace(AT.plus(Duration.ofDays(365)), Optional.empty()))
                    .isTrue();
            assertThat(ending.acknowledged(AT).holdsWorkspace(AT.plusSeconds(1), Optional.empty()))
                    .isTrue();
        }

        @Test
        void freesTheWorkspaceWhenItIsGoneOrReleased() {
            assertThat(ending.gone(KILLED, AT).holdsWorkspace(AT, Optional.empty()))
                    .isFalse();
            assertThat(ending.released(AT).holdsWorkspace(AT, Optional.empty())).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNING", "POLICY_CHECKING"})
    void aSilentPlanFreesTheWorkspaceAfterTwoMinutes(RunStatus phase) {
        Ending ending = Ending.requested(phase, AT);
        Instant heard = AT.plusSeconds(30);

        assertThat(ending.holdsWorkspace(AT.plusSeconds(120).minusMillis(1), Optional.empty()))
                .isTrue();
        assertThat(ending.holdsWorkspace(AT.plusSeconds(120), Optional.empty())).isFalse();
        assertThat(ending.holdsWorkspace(AT.plusSeconds(120), Optional.of(AT.minusSeconds(1))))
                .isFalse();
        assertThat(ending.holdsWorkspace(AT.plusSeconds(149), Optional.of(heard)))
                .isTrue();
        assertThat(ending.holdsWorkspace(AT.plusSeconds(150), Optional.of(heard)))
                .isFalse();
    }

    @Test
    void theFirstWordOfTheRunnerCounts() {
        Ending gone = Ending.requested(RunStatus.APPLYING, AT)
                .acknowledged(AT.plusSeconds(1))
                .acknowledged(AT.plusSeconds(2))
                .gone(KILLED, AT.plusSeconds(3))
                .gone(ProcessExit.UNKNOWN, AT.plusSeconds(4))
                .acknowledged(AT.plusSeconds(5));

        assertThat(gone.acknowledgedAt()).contains(AT.plusSeconds(1));
        assertThat(gone.goneAt()).contains(AT.plusSeconds(3));
        assertThat(gone.signal()).contains("KILL");
        assertThat(gone.exitCode()).contains(137);
    }

    @Test
    void theWordOfTheRunnerOutweighsARelease() {
        Ending released = Ending.requested(RunStatus.APPLYING, AT).released(AT);

        assertThat(released.stage()).isEqualTo(Ending.Stage.RELEASED);
        assertThat(released.awaitsRunner()).isTrue();
        assertThat(released.gone(KILLED, AT.plusSeconds(9)).stage()).isEqualTo(Ending.Stage.GONE);
    }

    @Test
    void knowsAnExitOnlyOfWhatIsGone() {
        Optional<Instant> never = Optional.empty();
        assertThatThrownBy(() ->
                        new Ending(RunStatus.APPLYING, AT, never, never, never, Optional.of("KILL"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
