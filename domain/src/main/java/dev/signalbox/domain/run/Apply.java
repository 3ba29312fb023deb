package dev.signalbox.domain.run;

/** The apply of a run: Terraform doing what was planned. */
public record Apply(ApplyId id, Phase phase) {

    Apply with(Phase changed) {
        return new Apply(id, changed);
    }
}
