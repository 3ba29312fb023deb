package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunId;
import java.util.Map;
import java.util.Set;

/** Tells which runs need a person, and by what evidence. */
public interface AttentionQueries {

    /** What the rules say of the run at this moment. Refuses {@link Refusal.NotFound}. */
    Assessment ofRun(RunId run, Actor actor);

    /**
     * The same of many runs, for those who see all of them; for anyone else {@link Refusal.NotFound}. Runs that nothing
     * is to be said of are absent.
     */
    Map<RunId, Assessment> ofRuns(Set<RunId> runs, Actor actor);
}
