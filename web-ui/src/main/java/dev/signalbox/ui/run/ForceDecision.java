package dev.signalbox.ui.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunAction;
import dev.signalbox.domain.run.RunStatus;
import java.time.Instant;
import java.util.Optional;

/** A run is forced to an end; whoever does that has to say why. */
record ForceDecision(RunAdministration administration, Indications indications) implements Decision {

    private static final Words WORDS = new Words(
            "Force to errored…",
            "Force this run to errored?",
            "Force to errored",
            "Keep it as it is",
            Optional.of("Say why the run is forced to an end."),
            true);

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public Optional<Refusal> objection(RunInWorkspace place, Actor actor, Instant now) {
        return place.objectionTo(RunAction.FORCE_ERRORED, actor, now);
    }

    @Override
    public String evidence(RunInWorkspace place, Instant now) {
        return indications.sentences(place, now);
    }

    @Override
    public String effect(RunInWorkspace place, Instant now) {
        return RunnerReach.sentence(place, now);
    }

    @Override
    public String risk(RunInWorkspace place) {
        return RunnerReach.risk(place.run().status());
    }

    /** A run that needs attention no longer, or for another reason, may have come unstuck. */
    private record Ground(RunStatus status, Optional<String> attention) {}

    @Override
    public Object ground(RunInWorkspace place, Instant now) {
        return new Ground(place.run().status(), indications.kind(place.run().id()));
    }

    @Override
    public String carryOut(RunInWorkspace before, Optional<String> reason, Actor actor, Instant now) {
        return RunEnd.result(administration.forceErrored(before.run().id(), reason, actor), before, now);
    }
}
