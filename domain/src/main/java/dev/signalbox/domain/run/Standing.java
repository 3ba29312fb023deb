package dev.signalbox.domain.run;

import java.util.Optional;

/** What of a run its runner has to hear of at once. */
public record Standing(RunStatus status, Directive directive) {

    /** How a run of that status and ending stands. */
    public static Standing of(RunStatus status, Optional<Ending> ending) {
        if (ending.filter(Ending::awaitsRunner).isPresent()) {
            return new Standing(status, Directive.STOP);
        }
        return new Standing(status, status.isFinal() ? Directive.OVER : Directive.CONTINUE);
    }
}
