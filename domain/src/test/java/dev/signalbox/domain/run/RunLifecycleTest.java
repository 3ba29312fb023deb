package dev.signalbox.domain.run;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.testing.ARun;
import dev.signalbox.domain.testing.SequentialIds;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of moves: written down a second time, and every status tried with every action. */
class RunLifecycleTest {

    private static final Instant LATER = Instant.parse("2026-11-02T10:00:00.001Z");

    /** By action: from where, and where to. Changed only together with the design. */
    private static final String TABLE = """
            start-plan: pending -> planning
            discard: pending planned policy_checked policy_override -> discarded
            cancel: pending planned policy_checked policy_override confirmed -> canceled
            cancel: planning policy_checking applying -> canceled
            withdraw: pending planned policy_checked policy_override confirmed -> canceled
            withdraw: planning policy_checking applying -> canceled
            fail: pending planning policy_checking applying -> errored
            finish-plan: planning -> planned
            finish-plan-for-good: planning -> planned_and_finished
            start-policy-check: planned -> policy_checking
            pass-policy-check: policy_checking -> policy_checked
            soft-fail-policy-check: policy_checking -> policy_override
            override-policy: policy_override -> policy_checked
            confirm: planned policy_checked -> confirmed
            start-apply: confirmed -> applying
            finish-apply: applying -> applied
            force-errored: pending planning planned confirmed applying -> errored
            force-errored: policy_checking policy_override policy_checked -> errored
            force-canceled: pending planning planned confirmed applying -> canceled
            force-canceled: policy_checking policy_override policy_checked -> canceled
            """;

    @Test
    void listsExactlyTheMovesOfTheDesign() {
        List<String> listed = RunLifecycle.moves().stream()
                .map(move -> move.action().label() + ": " + move.from().wireName() + " -> "
                        + move.to().wireName())
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(designed());
    }

    @Test
    void letsNoFinalRunMove() {
        assertThat(RunLifecycle.moves()).noneMatch(move -> move.from().isFinal());
    }

    @Test
    void movesARunOnwardsOnItsWay() {
        assertThat(RunLifecycle.moves())
                .allMatch(move -> move.from().place() < move.to().place());
    }

    @Test
    void knowsTwelveStatusesAndOneThatCameLater() {
        assertThat(Arrays.stream(RunStatus.values()).map(RunStatus::wireName))
                .containsExactly(
                        "pending",
                        "planning",
                        "planned",
                        "confirmed",
                        "applying",
                        "applied",
                        "discarded",
                        "errored",
                        "canceled",
                        "policy_checking",
                        "policy_override",
                        "policy_checked",
                        "planned_and_finished");
        assertThat(Arrays.stream(RunStatus.values()).filter(RunStatus::isFinal).map(RunStatus::wireName))
                .containsExactly("applied", "discarded", "errored", "canceled", "planned_and_finished");
    }

    static Stream<Arguments> everyStatusWithEveryAction() {
        return Arrays.stream(RunStatus.values())
                .flatMap(status -> Arrays.stream(RunAction.values()).map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusWithEveryAction")
    void doesWhatIsListedAndRefusesTheRest(RunStatus status, RunAction action) {
        Run run = ARun.with(new SequentialIds()).in(status);
        Optional<RunStatus> target = RunLifecycle.target(status, action);

        assertThat(run.objectionTo(action).isEmpty()).isEqualTo(target.isPresent());
        if (target.isEmpty()) {
            Refusal refusal = refusal(() -> Moves.carryOut(action, run, LATER));
            assertThat(refusal)
                    .isInstanceOf(status.isFinal() ? Refusal.AlreadyFinal.class : Refusal.MoveNotAllowed.class);
            assertThat(refusal.detail()).contains(run.id().value(), status.wireName());
        } else if (action == RunAction.CANCEL && status.isHeldByRunner()) {
            checkAsked(run, Moves.carryOut(action, run, LATER));
        } else {
            checkMoved(run, target.get(), Moves.carryOut(action, run, LATER));
        }
    }

    /** A runner holds the phase: the cancel is noted, and done when it has stopped. */
    private static void checkAsked(Run before, Run after) {
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.directive()).isEqualTo(Directive.STOP);
        assertThat(after.ending().orElseThrow().phase()).isEqualTo(before.status());
        assertThat(after.cancelAsked(LATER.plusSeconds(1))).isEqualTo(after);
    }

    private static void checkMoved(Run before, RunStatus target, Run after) {
        assertThat(after.status()).isEqualTo(target);
        assertThat(after.statusTimestamps())
                .containsEntry(target, LATER)
                .containsAllEntriesOf(before.statusTimestamps());
        assertThat(after.statusTimestamps()).hasSize(before.statusTimestamps().size() + 1);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.submission()).isEqualTo(before.submission());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
    }

    private static List<String> designed() {
        return TABLE.lines()
                .flatMap(line -> {
                    String action = line.substring(0, line.indexOf(':'));
                    String to = line.substring(line.indexOf("-> ") + 3);
                    String from = line.substring(action.length() + 2, line.indexOf(" ->"));
                    return Stream.of(from.split(" ")).map(each -> action + ": " + each + " -> " + to);
                })
                .toList();
    }
}
