package dev.signalbox.ui.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunAction;
import dev.signalbox.domain.run.RunStatus;
import java.util.Optional;

/** A run is forced to an end; whoever does that has to say why. */
record ForceDecision(RunAdministration administration) implements Decision {

    private static final Words WORDS = new Words(
            "Force to errored…",
            "Force this run to errored?",
            "Force to errored",
            "Keep it as it is",
            Optional.of("Say why the run is forced to an end."));

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public Optional<Refusal> objection(RunSight sight, Actor actor) {
        return sight.place().objectionTo(RunAction.FORCE_ERRORED, actor, sight.now());
    }

    @Override
    public String evidence(RunSight sight) {
        return Indications.sentences(sight);
    }

    @Override
    public String effect(RunSight sight) {
        return RunnerReach.sentence(sight.place(), sight.now());
    }

    @Override
    public String risk(RunSight sight) {
        return RunnerReach.risk(sight.place().run().status());
    }

    /** A run that needs attention no longer, or for another reason, may have come unstuck. */
    private record Ground(RunStatus status, Optional<String> attention) {}

    @Override
    public Object ground(RunSight sight) {
        return new Ground(
                sight.place().run().status(), sight.assessment().attention().map(Attention::kind));
    }

    @Override
    public String carryOut(RunSight before, Optional<String> reason, Actor actor) {
        RunInWorkspace after = administration.forceErrored(before.place().run().id(), reason, actor);
        return RunEnd.result(after, before.place(), before.now());
    }
}
