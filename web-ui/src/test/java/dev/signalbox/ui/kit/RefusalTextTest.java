package dev.signalbox.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTextTest {

    private static final List<Refusal> EXAMPLES = List.of(
            new Refusal.NotFound(Subject.RUN),
            new Refusal.AlreadyFinal("run-1", "planned_and_finished"),
            new Refusal.MoveNotAllowed("run-1", "applying", "discard"),
            new Refusal.NotItsTurn("run-1", "run-2 is ahead of it"),
            new Refusal.ReportOutOfOrder("run-1", 2, 4),
            new Refusal.ReportConflict("run-1", 2),
            new Refusal.LogGap("run-1", 7, 9),
            new Refusal.LogFull("run-1", 16_777_216),
            new Refusal.HeldByAnotherRunner("run-1"),
            new Refusal.NothingHeld("network"),
            new Refusal.LastSiteAdmin("admin"),
            new Refusal.OwnAccount("admin"),
            new Refusal.WorkspaceLocked("network", "alice", Instant.EPOCH, "until noon"),
            new Refusal.WorkspaceNotLocked("network"),
            new Refusal.WorkspaceInUse("network", "run-1 is policy_checking"),
            new Refusal.BulkEndHalted("bulk-1", "stopped"),
            new Refusal.CountDiffers(2, 3),
            new Refusal.TooManyRuns(50_001, 50_000),
            new Refusal.KeyTaken("build-7", "run-1"),
            new Refusal.NameTaken(Subject.ORGANIZATION, "acme"),
            new Refusal.InvalidAttribute("comment", "is longer than 10000 characters"),
            new Refusal.InvalidParameter("q", "contains control characters"));

    static Stream<Refusal> examples() {
        return EXAMPLES.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isOneSentenceForAPerson(Refusal refusal) {
        assertThat(RefusalText.of(refusal)).matches("[A-Z].*[.]").doesNotContain("token", "_");
    }

    @Test
    void hasAnExampleOfEveryRefusalThereIs() {
        assertThat(EXAMPLES.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Refusal.class.getPermittedSubclasses()));
    }

    @Test
    void speaksTheWordsOfThePage() {
        assertThat(RefusalText.of(new Refusal.AlreadyFinal("run-1", "planned_and_finished")))
                .isEqualTo("Run run-1 has ended already: it is planned and finished. Nothing was changed.");
        assertThat(RefusalText.of(new Refusal.InvalidAttribute("comment", "contains a NUL character")))
                .isEqualTo("Reason contains a NUL character.");
        assertThat(RefusalText.of(new Refusal.InvalidParameter("q", "contains control characters")))
                .isEqualTo("The search contains control characters.");
    }
}
