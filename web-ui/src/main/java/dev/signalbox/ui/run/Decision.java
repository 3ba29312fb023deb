package dev.signalbox.ui.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.refusal.Refusal;
import java.util.Optional;

/** What a person may decide about a run on its page, once a dialog has said what it does and has asked why. */
interface Decision {

    /**
     * The words around it.
     *
     * @param opener on the button that opens the dialog
     * @param title a question
     * @param confirm on the button that does it
     * @param keep on the button that does not
     * @param withoutReason what a person is told who gives no reason; absent where none has to be given
     */
    record Words(String opener, String title, String confirm, String keep, Optional<String> withoutReason) {}

    Words words();

    /** Why the actor may not decide this now; absent if it may. */
    Optional<Refusal> objection(RunSight sight, Actor actor);

    /** Whether something may be lost by it. */
    default boolean isDangerous(RunSight sight) {
        return true;
    }

    /** What it does, as far as can be known. */
    String effect(RunSight sight);

    /** What is known that speaks for or against it; empty if nothing is to be said. */
    default String evidence(RunSight sight) {
        return "";
    }

    /** What it may cost, or what it leaves open. */
    String risk(RunSight sight);

    /**
     * What of {@link #evidence}, {@link #effect} and {@link #risk} a person decides on. When it is another by the time
     * of the click, they have to read again and decide anew.
     */
    Object ground(RunSight sight);

    /**
     * Carries it out; throws {@link dev.signalbox.domain.refusal.Refused}.
     *
     * @return what has come of it
     */
    String carryOut(RunSight before, Optional<String> reason, Actor actor);
}
