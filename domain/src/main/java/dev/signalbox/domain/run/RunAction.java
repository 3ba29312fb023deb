package dev.signalbox.domain.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import java.util.Locale;

/** What can be asked of a run; {@link RunLifecycle} says in which status each is possible and where it leads. */
public enum RunAction {
    START_PLAN,
    /** The plan finished with changes that may be applied. */
    FINISH_PLAN,
    /** The plan finished and nothing more is to do: no changes, or plan-only. */
    FINISH_PLAN_FOR_GOOD,
    START_POLICY_CHECK,
    PASS_POLICY_CHECK,
    SOFT_FAIL_POLICY_CHECK,
    OVERRIDE_POLICY,
    CONFIRM,
    START_APPLY,
    FINISH_APPLY,
    /** A phase failed, or could not be started. */
    FAIL,
    DISCARD,
    /** A user asks for an end; where a runner holds a phase it is done once the runner has stopped. */
    CANCEL,
    /** The runner that brought the run takes it back, or confirms that it has stopped. */
    WITHDRAW,
    /** The force of the Admin Runs API of 2018, {@code actions/cancel}: to errored, whatever is happening. */
    FORCE_ERRORED,
    /** Today's force, {@code actions/force-cancel}: to canceled, whatever is happening. */
    FORCE_CANCELED;

    /** Tells whether this is one of the two forced ends, which only a site admin has. */
    public boolean isForced() {
        return this == FORCE_ERRORED || this == FORCE_CANCELED;
    }

    /** The name for people and logs: lower case with hyphens, such as {@code force-errored}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether the actor's role allows this action on some run. */
    public boolean isOpenTo(Actor actor) {
        return switch (this) {
            case START_PLAN,
                    FINISH_PLAN,
                    FINISH_PLAN_FOR_GOOD,
                    START_POLICY_CHECK,
                    PASS_POLICY_CHECK,
                    SOFT_FAIL_POLICY_CHECK,
                    START_APPLY,
                    FINISH_APPLY,
                    FAIL,
                    WITHDRAW -> actor.may(Right.REPORT_RUNS);
            // A runner confirms what a person at its terminal said yes to.
            case CONFIRM -> actor.may(Right.CONFIRM_RUNS) || actor.may(Right.REPORT_RUNS);
            case OVERRIDE_POLICY -> actor.may(Right.OVERRIDE_POLICIES);
            case DISCARD -> actor.may(Right.DISCARD_RUNS);
            case CANCEL -> actor.may(Right.CANCEL_RUNS);
            case FORCE_ERRORED, FORCE_CANCELED -> actor.may(Right.FORCE_RUNS);
        };
    }
}
