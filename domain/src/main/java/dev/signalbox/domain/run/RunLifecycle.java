package dev.signalbox.domain.run;

import static dev.signalbox.domain.run.RunAction.*;
import static dev.signalbox.domain.run.RunStatus.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one table of what may happen to a run: what is not listed is refused.
 *
 * <p>The API's {@code actions}, the portal's buttons, {@code docs/run-lifecycle.md} and the exhaustive test read it.
 */
public final class RunLifecycle {

    /** One row: in status {@code from}, {@code action} leads to {@code to}. */
    public record Move(RunStatus from, RunAction action, RunStatus to) {}

    private static final List<Move> MOVES = List.of(
            new Move(PENDING, START_PLAN, PLANNING),
            new Move(PENDING, FAIL, ERRORED),
            new Move(PENDING, DISCARD, DISCARDED),
            new Move(PENDING, CANCEL, CANCELED),
            new Move(PENDING, WITHDRAW, CANCELED),
            new Move(PENDING, FORCE_ERRORED, ERRORED),
            new Move(PENDING, FORCE_CANCELED, CANCELED),
            new Move(PLANNING, FINISH_PLAN, PLANNED),
            new Move(PLANNING, FINISH_PLAN_FOR_GOOD, PLANNED_AND_FINISHED),
            new Move(PLANNING, FAIL, ERRORED),
            new Move(PLANNING, CANCEL, CANCELED),
            new Move(PLANNING, WITHDRAW, CANCELED),
            new Move(PLANNING, FORCE_ERRORED, ERRORED),
            new Move(PLANNING, FORCE_CANCELED, CANCELED),
            new Move(PLANNED, START_POLICY_CHECK, POLICY_CHECKING),
            new Move(PLANNED, CONFIRM, CONFIRMED),
            new Move(PLANNED, DISCARD, DISCARDED),
            new Move(PLANNED, CANCEL, CANCELED),
            new Move(PLANNED, WITHDRAW, CANCELED),
            new Move(PLANNED, FORCE_ERRORED, ERRORED),
            new Move(PLANNED, FORCE_CANCELED, CANCELED),
            new Move(POLICY_CHECKING, PASS_POLICY_CHECK, POLICY_CHECKED),
            new Move(POLICY_CHECKING, SOFT_FAIL_POLICY_CHECK, POLICY_OVERRIDE),
            new Move(POLICY_CHECKING, FAIL, ERRORED),
            new Move(POLICY_CHECKING, CANCEL, CANCELED),
            new Move(POLICY_CHECKING, WITHDRAW, CANCELED),
            new Move(POLICY_CHECKING, FORCE_ERRORED, ERRORED),
            new Move(POLICY_CHECKING, FORCE_CANCELED, CANCELED),
            new Move(POLICY_OVERRIDE, OVERRIDE_POLICY, POLICY_CHECKED),
            new Move(POLICY_OVERRIDE, DISCARD, DISCARDED),
            new Move(POLICY_OVERRIDE, CANCEL, CANCELED),
            new Move(POLICY_OVERRIDE, WITHDRAW, CANCELED),
            new Move(POLICY_OVERRIDE, FORCE_ERRORED, ERRORED),
            new Move(POLICY_OVERRIDE, FORCE_CANCELED, CANCELED),
            new Move(POLICY_CHECKED, CONFIRM, CONFIRMED),
            new Move(POLICY_CHECKED, DISCARD, DISCARDED),
            new Move(POLICY_CHECKED, CANCEL, CANCELED),
            new Move(POLICY_CHECKED, WITHDRAW, CANCELED),
            new Move(POLICY_CHECKED, FORCE_ERRORED, ERRORED),
            new Move(POLICY_CHECKED, FORCE_CANCELED, CANCELED),
            new Move(CONFIRMED, START_APPLY, APPLYING),
            new Move(CONFIRMED, CANCEL, CANCELED),
            new Move(CONFIRMED, WITHDRAW, CANCELED),
            new Move(CONFIRMED, FORCE_ERRORED, ERRORED),
            new Move(CONFIRMED, FORCE_CANCELED, CANCELED),
            new Move(APPLYING, FINISH_APPLY, APPLIED),
            new Move(APPLYING, FAIL, ERRORED),
            new Move(APPLYING, CANCEL, CANCELED),
            new Move(APPLYING, WITHDRAW, CANCELED),
            new Move(APPLYING, FORCE_ERRORED, ERRORED),
            new Move(APPLYING, FORCE_CANCELED, CANCELED));

    private static final Map<RunStatus, Map<RunAction, RunStatus>> BY_STATUS = index();

    private RunLifecycle() {}

    /** Every row, in the order of {@code docs/run-lifecycle.md}. */
    public static List<Move> moves() {
        return MOVES;
    }

    /** Where the action leads from the status; absent means refused. */
    public static Optional<RunStatus> target(RunStatus from, RunAction action) {
        return Optional.ofNullable(BY_STATUS.getOrDefault(from, Map.of()).get(action));
    }

    private static Map<RunStatus, Map<RunAction, RunStatus>> index() {
        Map<RunStatus, Map<RunAction, RunStatus>> index = new EnumMap<>(RunStatus.class);
        for (Move move : MOVES) {
            RunStatus twice = index.computeIfAbsent(move.from(), from -> new EnumMap<>(RunAction.class))
                    .put(move.action(), move.to());
            if (twice != null) {
                throw new IllegalStateException("listed twice: " + move);
            }
        }
        return index;
    }
}
