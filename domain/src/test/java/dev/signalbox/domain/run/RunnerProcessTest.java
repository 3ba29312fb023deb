package dev.signalbox.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunnerProcessTest {

    private static RunnerProcess of(List<Integer> ids) {
        return new RunnerProcess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ids));
    }

    private static List<Integer> firstIds(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    @Test
    void keepsTheIdsAsTheyWereTold() {
        List<Integer> told = new ArrayList<>(firstIds(RunnerProcess.MAX_IDS));
        RunnerProcess process = of(told);
        told.clear();

        assertThat(process.ids()).contains(firstIds(RunnerProcess.MAX_IDS));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(firstIds(RunnerProcess.MAX_IDS + 1), "holds more than 20 IDs"),
                Arguments.of(List.of(4711, 0), "must hold numbers of 1 or more"),
                Arguments.of(List.of(4711, 4712, 4711), "holds an ID twice"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesIdsThatCannotBe(List<Integer> ids, String problem) {
        assertThatThrownBy(() -> of(ids))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal.InvalidAttribute("process-ids", problem)));
    }
}
