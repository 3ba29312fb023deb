package dev.signalbox.rest.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.jsonapi.BodyPointers;
import dev.signalbox.rest.jsonapi.ErrorObject;
import dev.signalbox.rest.jsonapi.ErrorSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalErrorsTest {

    private record Told(Refusal refusal, int status, String code, String title, Optional<ErrorSource> source) {}

    private static final List<Told> TABLE = List.of(
            told(new Refusal.NotFound(Subject.RUN), 404, "not_found", "not found"),
            told(new Refusal.AlreadyFinal("run-1", "errored"), 409, "already_final", "transition not allowed"),
            told(
                    new Refusal.MoveNotAllowed("run-1", "pending", "confirm"),
                    409,
                    "move_not_allowed",
                    "transition not allowed"),
            told(new Refusal.NotItsTurn("run-2", "run-1 is ahead"), 409, "not_its_turn", "not its turn"),
            told(new Refusal.ReportOutOfOrder("run-1", 2, 4), 409, "report_out_of_order", "report out of order"),
            told(new Refusal.ReportConflict("run-1", 2), 409, "report_conflict", "report conflict"),
            told(new Refusal.LogGap("run-1", 7, 9), 409, "log_gap", "log gap"),
            told(new Refusal.LogFull("run-1", 7), 422, "log_full", "log full"),
            told(new Refusal.HeldByAnotherRunner("run-1"), 409, "held_by_another_runner", "held by another runner"),
            told(new Refusal.NothingHeld("network"), 409, "nothing_held", "nothing held"),
            told(new Refusal.LastSiteAdmin("admin"), 409, "last_site_admin", "last site admin"),
            told(new Refusal.OwnAccount("admin"), 409, "own_account", "own account"),
            told(new Refusal.BulkEndHalted("be-1", "paused"), 409, "bulk_end_halted", "bulk end halted"),
            told(new Refusal.CountDiffers(3, 4), 409, "count_differs", "count differs"),
            told(new Refusal.TooManyRuns(50_001, 50_000), 422, "too_many_runs", "too many runs"),
            told(
                    new Refusal.WorkspaceLocked("network", "alice", Instant.EPOCH, "until noon"),
                    409,
                    "workspace_locked",
                    "workspace locked"),
            told(new Refusal.WorkspaceNotLocked("network"), 409, "workspace_not_locked", "workspace not locked"),
            told(
                    new Refusal.WorkspaceInUse("network", "run-1 is planning"),
                    409,
                    "workspace_in_use",
                    "workspace in use"),
            told(
                    new Refusal.NameTaken(Subject.ORGANIZATION, "acme"),
                    422,
                    "name_taken",
                    "name taken",
                    new ErrorSource.Pointer("/data/attributes/name")),
            told(
                    new Refusal.KeyTaken("job-0001", "run-1"),
                    422,
                    "key_taken",
                    "key taken",
                    new ErrorSource.Pointer("/data/attributes/key")),
            told(
                    new Refusal.InvalidAttribute("vcs-repo.identifier", "is blank"),
                    422,
                    "invalid_attribute",
                    "invalid attribute",
                    new ErrorSource.Pointer("/data/attributes/vcs-repo/identifier")),
            told(
                    new Refusal.InvalidParameter("page[size]", "must be 1 or more"),
                    400,
                    "invalid_parameter",
                    "invalid parameter",
                    new ErrorSource.Parameter("page[size]")));

    @Test
    void tellsEveryReasonThereIs() {
        assertThat(TABLE.stream().<Class<?>>map(told -> told.refusal().getClass()))
                .containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
        for (Told told : TABLE) {
            ErrorObject error = RefusalErrors.of(told.refusal(), BodyPointers.RESOURCE);
            assertThat(error.status()).isEqualTo(told.status());
            assertThat(error.code()).isEqualTo(told.code());
            assertThat(error.title()).isEqualTo(told.title());
            assertThat(error.detail()).isEqualTo(told.refusal().detail());
            assertThat(error.source()).isEqualTo(told.source());
        }
    }

    @Test
    void namesEveryReasonInSnakeCase() {
        for (Told told : TABLE) {
            String name = told.refusal().getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
            assertThat(told.code()).isEqualTo(name.toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void tellsTheStatusOfARunThatHasEnded() {
        assertThat(RefusalErrors.of(new Refusal.AlreadyFinal("run-1", "errored"), BodyPointers.PLAIN)
                        .meta())
                .isEqualTo(Map.of("run-status", "errored"));
    }

    @Test
    void tellsHowLongALogIs() {
        assertThat(RefusalErrors.of(new Refusal.LogGap("run-1", 7, 9), BodyPointers.PLAIN)
                        .meta())
                .isEqualTo(Map.of("log-size", 7L));
    }

    private static Told told(Refusal refusal, int status, String code, String title) {
        return new Told(refusal, status, code, title, Optional.empty());
    }

    private static Told told(Refusal refusal, int status, String code, String title, ErrorSource source) {
        return new Told(refusal, status, code, title, Optional.of(source));
    }
}
