package dev.signalbox.rest.error;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.rest.jsonapi.BodyPointers;
import dev.signalbox.rest.jsonapi.ErrorObject;
import dev.signalbox.rest.jsonapi.ErrorSource;
import dev.signalbox.rest.jsonapi.WireTime;
import java.util.Map;
import java.util.Optional;

/** The one table from the domain's reasons to statuses and error objects. */
final class RefusalErrors {

    private static final String TRANSITION = "transition not allowed";

    private RefusalErrors() {}

    /** What the client is told; {@code pointers} says where an attribute stands in the body that it sent. */
    static ErrorObject of(Refusal refusal, BodyPointers pointers) {
        return switch (refusal) {
            case Refusal.NotFound r -> error(404, "not_found", "not found", r);
            case Refusal.AlreadyFinal r ->
                new ErrorObject(
                        409,
                        "already_final",
                        TRANSITION,
                        r.detail(),
                        Optional.empty(),
                        Map.of("run-status", r.status()));
            case Refusal.MoveNotAllowed r ->
                new ErrorObject(
                        409,
                        "move_not_allowed",
                        TRANSITION,
                        r.detail(),
                        Optional.empty(),
                        Map.of("run-status", r.status()));
            case Refusal.NotItsTurn r -> error(409, "not_its_turn", "not its turn", r);
            case Refusal.ReportOutOfOrder r -> error(409, "report_out_of_order", "report out of order", r);
            case Refusal.ReportConflict r -> error(409, "report_conflict", "report conflict", r);
            case Refusal.LogGap r -> sized(409, "log_gap", "log gap", r, r.size());
            case Refusal.LogFull r -> sized(422, "log_full", "log full", r, r.size());
            case Refusal.HeldByAnotherRunner r -> error(409, "held_by_another_runner", "held by another runner", r);
            case Refusal.NothingHeld r -> error(409, "nothing_held", "nothing held", r);
            case Refusal.LastSiteAdmin r -> error(409, "last_site_admin", "last site admin", r);
            case Refusal.OwnAccount r -> error(409, "own_account", "own account", r);
            case Refusal.WorkspaceLocked r ->
                new ErrorObject(
                        409,
                        "workspace_locked",
                        "workspace locked",
                        r.detail(),
                        Optional.empty(),
                        Map.of("locked-by", r.by(), "locked-at", WireTime.milliseconds(r.since())));
            case Refusal.WorkspaceNotLocked r -> error(409, "workspace_not_locked", "workspace not locked", r);
            case Refusal.WorkspaceInUse r -> error(409, "workspace_in_use", "workspace in use", r);
            case Refusal.BulkEndHalted r -> error(409, "bulk_end_halted", "bulk end halted", r);
            case Refusal.CountDiffers r ->
                new ErrorObject(
                        409,
                        "count_differs",
                        "count differs",
                        r.detail(),
                        Optional.empty(),
                        Map.of("count", r.actual()));
            case Refusal.TooManyRuns r -> error(422, "too_many_runs", "too many runs", r);
            case Refusal.NameTaken r ->
                new ErrorObject(422, "name_taken", "name taken", r.detail(), pointers.to("name"));
            case Refusal.KeyTaken r -> new ErrorObject(422, "key_taken", "key taken", r.detail(), pointers.to("key"));
            case Refusal.InvalidAttribute r ->
                new ErrorObject(422, "invalid_attribute", "invalid attribute", r.detail(), pointers.to(r.attribute()));
            case Refusal.InvalidParameter r ->
                new ErrorObject(
                        400,
                        "invalid_parameter",
                        "invalid parameter",
                        r.detail(),
                        new ErrorSource.Parameter(r.parameter()));
        };
    }

    private static ErrorObject sized(int status, String code, String title, Refusal refusal, long size) {
        return new ErrorObject(status, code, title, refusal.detail(), Optional.empty(), Map.of("log-size", size));
    }

    private static ErrorObject error(int status, String code, String title, Refusal refusal) {
        return new ErrorObject(status, code, title, refusal.detail());
    }
}
