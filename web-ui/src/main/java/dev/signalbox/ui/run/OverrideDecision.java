package dev.signalbox.ui.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunAction;
import java.util.Optional;

/** A run goes on although policies failed. */
record OverrideDecision(RunCommands commands) implements Decision {

    private static final Words WORDS = new Words(
            "Override policies…",
            "Override the policies that failed?",
            "Override policies",
            "Keep it as it is",
            Optional.empty(),
            false);

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public Optional<Refusal> objection(RunSight sight, Actor actor) {
        return sight.place().objectionTo(RunAction.OVERRIDE_POLICY, actor, sight.now());
    }

    @Override
    public String effect(RunSight sight) {
        return "The run goes on as if its policies had passed: its plan can be confirmed and applied.";
    }

    @Override
    public String risk(RunSight sight) {
        return "Nothing is applied by this alone. The policies are not checked again before the apply.";
    }

    @Override
    public Object ground(RunSight sight) {
        return sight.place().run().status();
    }

    @Override
    public String carryOut(RunSight before, Optional<String> reason, Actor actor) {
        RunInWorkspace after = commands.overridePolicy(before.place().run().id(), reason, actor);
        return "The policies are overridden: the run is "
                + StatusLabel.words(after.run().status()) + ".";
    }
}
