package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.attention.AttentionRules;
import dev.signalbox.domain.attention.Suspicion;
import dev.signalbox.domain.attention.WatchedRun;
import dev.signalbox.domain.attention.WatchedWorkspace;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.port.out.ChosenSettings;
import dev.signalbox.domain.port.out.Listening;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Applies the rules of attention, as they are set, to runs as they are now. */
record AttentionJudge(AttentionSources sources, InstantSource time) {

    Instant now() {
        return Milliseconds.of(time.instant());
    }

    /** What was found at one moment, by the rules of that moment. */
    record Found(AttentionRules rules, List<WatchedWorkspace> workspaces) {

        Map<RunId, Assessment> assessments() {
            Map<RunId, Assessment> all = new LinkedHashMap<>();
            workspaces.forEach(workspace -> all.putAll(rules.assess(workspace)));
            return all;
        }

        /** Each run with what the rules say of it. */
        void forEach(BiConsumer<WatchedRun, Assessment> act) {
            workspaces.forEach(workspace -> {
                Map<RunId, Assessment> assessed = rules.assess(workspace);
                workspace.runs().forEach(run -> act.accept(run, assessed.get(run.id())));
            });
        }

        Found asIfAlwaysListening() {
            return new Found(rules.asIfAlwaysListening(), workspaces);
        }
    }

    /** These runs and whatever may keep them waiting. */
    Found around(Set<RunId> runs) {
        return new Found(
                rules(sources.settings().ofInstallation()),
                runs.isEmpty() ? List.of() : sources.watched().around(runs));
    }

    /** The runs of every workspace in which one may need attention. */
    Found suspects() {
        ChosenSettings.OfInstallation chosen = sources.settings().ofInstallation();
        AttentionRules rules = rules(chosen);
        Suspicion suspicion = new Suspicion(chosen.values().loweredBy(chosen.lowest()), rules.now());
        return new Found(rules, sources.watched().suspects(suspicion));
    }

    /** The filter with those that need attention known, if it asks for those. */
    RunFilter judged(RunFilter filter) {
        return filter.needsAttention() ? filter.among(needing()) : filter;
    }

    private Set<RunId> needing() {
        return suspects().assessments().entrySet().stream()
                .filter(entry -> entry.getValue().attention().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private AttentionRules rules(ChosenSettings.OfInstallation chosen) {
        Listening listening = sources.listening();
        return new AttentionRules(chosen.values(), now(), listening.since(), listening.steadySince());
    }
}
