package dev.signalbox.ui.run;

import dev.signalbox.domain.ShortDuration;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import java.time.Duration;
import java.util.Optional;

/** A workspace is released, which this run holds or which another run holds that this one waits for. */
record ReleaseDecision(RunAdministration administration) implements Decision {

    private static final Words WORDS = new Words(
            "Release workspace…",
            "Release this workspace?",
            "Release workspace",
            "Keep it held",
            Optional.of("Say why the process is known to be gone."));

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public Optional<Refusal> objection(RunSight sight, Actor actor) {
        RunInWorkspace place = sight.place();
        if (!actor.may(Right.RELEASE_HOLDS) || !actor.sees(place.workspace().organization())) {
            return Optional.of(new Refusal.NotFound(Subject.WORKSPACE));
        }
        return isHolding(sight) || holder(sight).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal.NothingHeld(place.workspace().name().value()));
    }

    @Override
    public String effect(RunSight sight) {
        String process = holder(sight)
                .map(held -> "The process of " + held.run() + " is not known to be gone. ")
                .orElseGet(
                        () -> "The process of this run is not known to be gone; its runner " + silence(sight) + ". ");
        return process + "Releasing declares it gone, and the workspace's next run can start.";
    }

    @Override
    public String risk(RunSight sight) {
        return "If the process still goes on, two runs may change the same infrastructure at once, and state may be"
                + " lost. Look first where it ran.";
    }

    /** The run that holds: a release that is meant for one process must not declare another gone. */
    @Override
    public Object ground(RunSight sight) {
        return holder(sight).map(Blocker.Held::run).orElse(sight.place().run().id());
    }

    @Override
    public String carryOut(RunSight before, Optional<String> reason, Actor actor) {
        administration.releaseHold(before.place().workspace().id(), reason.orElse(""), actor);
        return "The workspace is released: its next run can start.";
    }

    private static boolean isHolding(RunSight sight) {
        return sight.place().run().holdsWorkspace(sight.now(), sight.place().lastHeardAt());
    }

    private static Optional<Blocker.Held> holder(RunSight sight) {
        return sight.place()
                .blocker(sight.now())
                .filter(Blocker.Held.class::isInstance)
                .map(Blocker.Held.class::cast);
    }

    private static String silence(RunSight sight) {
        return sight.place()
                .lastHeardAt()
                .map(heard -> "has not been heard of for " + ShortDuration.of(Duration.between(heard, sight.now())))
                .orElse("has not been heard of since it was asked to stop");
    }
}
