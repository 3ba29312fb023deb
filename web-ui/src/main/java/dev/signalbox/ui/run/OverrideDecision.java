package dev.signalbox.ui.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunAction;
import dev.signalbox.domain.run.RunStatus;
import java.util.Optional;

/** A run goes on although policies failed; one that applies by itself is applied with it. */
record OverrideDecision(RunCommands commands) implements Decision {

    private static final Words WORDS = new Words(
            "Override policies…",
            "Override the policies that failed?",
            "Override policies",
            "Keep it as it is",
            Optional.empty());

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public Optional<Refusal> objection(RunSight sight, Actor actor) {
        return sight.place().objectionTo(RunAction.OVERRIDE_POLICY, actor, sight.now());
    }

    @Override
    public boolean isDangerous(RunSight sight) {
        return sight.place().run().submission().autoApply();
    }

    @Override
    public String evidence(RunSight sight) {
        return RunEvidence.policy(sight.reports());
    }

    @Override
    public String effect(RunSight sight) {
        if (!isDangerous(sight)) {
            return "The run goes on as if its policies had passed: its plan can be confirmed and applied.";
        }
        Run run = sight.place().run();
        return "This run is set to apply by itself: overriding confirms it, and the apply of its plan"
                + (run.submission().destroy() ? " of destruction (" : " (")
                + RunEvidence.counts(run).orElse("how much it changes is not known")
                + ") begins at once, with its runner's next sign of life.";
    }

    @Override
    public String risk(RunSight sight) {
        return isDangerous(sight)
                ? "It changes infrastructure for real. Nobody is asked again, and the policies are not checked again."
                : "Nothing is applied by this alone. The policies are not checked again before the apply.";
    }

    private record Ground(RunStatus status, String evidence, String effect) {}

    @Override
    public Object ground(RunSight sight) {
        return new Ground(sight.place().run().status(), evidence(sight), effect(sight));
    }

    @Override
    public String carryOut(RunSight before, Optional<String> reason, Actor actor) {
        RunInWorkspace after = commands.overridePolicy(before.place().run().id(), reason, actor);
        return "The policies are overridden: the run is "
                + StatusLabel.words(after.run().status()) + ".";
    }
}
