package dev.signalbox.domain.service;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.RunId;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tells what the rules of attention say, to those who see the runs. */
public final class AttentionQueriesService implements AttentionQueries {

    private final Runs runs;
    private final AttentionJudge judge;

    /** Works on these. */
    public AttentionQueriesService(Runs runs, AttentionSources sources, InstantSource time) {
        this.runs = runs;
        this.judge = new AttentionJudge(sources, time);
    }

    @Override
    public Assessment ofRun(RunId run, Actor actor) {
        RunId seen = runs.find(run)
                .filter(found -> actor.sees(found.workspace().organization()))
                .orElseThrow(Refusals.notFound(Subject.RUN))
                .run()
                .id();
        return judge.around(Set.of(seen)).assessments().getOrDefault(seen, Assessment.NONE);
    }

    @Override
    public Map<RunId, Assessment> ofRuns(Set<RunId> wanted, Actor actor) {
        actor.requireEverywhere(Right.SEE_ALL_RUNS, Subject.PAGE);
        Map<RunId, Assessment> told = new LinkedHashMap<>(judge.around(wanted).assessments());
        told.keySet().retainAll(wanted);
        told.values().removeIf(Assessment.NONE::equals);
        return told;
    }
}
