package dev.signalbox.domain.service;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.domain.attention.AttentionRules;
import dev.signalbox.domain.attention.Problem;
import dev.signalbox.domain.attention.WatchedRun;
import dev.signalbox.domain.attention.WatchedWorkspace;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Trigger;
import dev.signalbox.domain.port.in.AttentionWork;
import dev.signalbox.domain.port.out.AttentionLog;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Listening;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Tells of problems that begin, of each run the strongest, and ends those that a limit may end.
 *
 * <p>Any number of servers may do so: a problem is made known by one of them, and each end is judged again with the run
 * locked, by what is known of it then.
 */
public final class AttentionWorkService implements AttentionWork {

    /** So that a run which needs attention now and then, at a limit's edge, is told of once; unless it lasts longer. */
    static final Duration MEMORY = Duration.ofMinutes(10);

    /** How old a note may be before another is written down; thousands may need attention, and are looked at often. */
    private static final Duration NOTE_RESOLUTION = Duration.ofMinutes(1);

    /** How many of a workspace are ended by what was read once. */
    private static final int AT_ONCE = 20;

    private final Runs runs;
    private final AttentionJudge judge;
    private final Listening listening;
    private final AttentionLog log;
    private final AuditEvents audit;

    /** Works on these. */
    public AttentionWorkService(Runs runs, AttentionSources sources, AttentionLog log, Ids ids, InstantSource time) {
        this.runs = runs;
        this.judge = new AttentionJudge(sources, time);
        this.listening = sources.listening();
        this.log = log;
        this.audit = new AuditEvents(ids);
    }

    @Override
    public void act() {
        AttentionJudge.Found found = judge.suspects();
        listening.look();
        List<RuntimeException> failures = new ArrayList<>();
        attempt(() -> tell(found, failures), failures);
        found.workspaces()
                .forEach(workspace -> workspace.runs().stream()
                        .filter(run -> found.rules()
                                .reasonToEnd(run, workspace.settings())
                                .isPresent())
                        .map(WatchedRun::id)
                        .gather(Gatherers.windowFixed(AT_ONCE))
                        .forEach(some -> attempt(() -> end(some, failures), failures)));
        failures.stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
    }

    /**
     * A run at which the server fails must not keep the others; the caller hears of it, and asks again soon. Many that
     * are ended take their time, in which runners are heard all the same.
     */
    private void attempt(Runnable step, List<RuntimeException> failures) {
        try {
            step.run();
            listening.look();
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private void tell(AttentionJudge.Found found, List<RuntimeException> failures) {
        Instant now = found.rules().now();
        Map<Problem, Instant> problems = problems(found);
        Map<Problem, Instant> known = log.note(problems.keySet(), now, now.minus(NOTE_RESOLUTION), now.minus(MEMORY));
        found.forEach((run, assessment) -> own(assessment).findFirst().ifPresent(why -> {
            Problem problem = Problem.of(run, why);
            Instant since = problems.getOrDefault(problem, why.since());
            if (!known.containsKey(problem) || hasComeToStay(since, known.get(problem), now)) {
                attempt(() -> tell(problem, since, why.sentence(), now), failures);
            }
        }));
    }

    /** Tells whether it is not what was told of, and is not about to go as that did. */
    private static boolean hasComeToStay(Instant since, Instant told, Instant now) {
        return since.isAfter(told) && !now.isBefore(since.plus(MEMORY));
    }

    /**
     * With since when each lasts. Also what nobody can be held to have yet: while it is not judged it is not forgotten
     * either, and a step of the clock makes nothing new of it.
     */
    private static Map<Problem, Instant> problems(AttentionJudge.Found found) {
        Map<Problem, Instant> problems = new LinkedHashMap<>();
        found.asIfAlwaysListening()
                .forEach((run, assessment) ->
                        own(assessment).forEach(why -> problems.put(Problem.of(run, why), why.since())));
        return problems;
    }

    /** Of those behind a stuck run nothing is told: whoever sees to that one sees to them. */
    private static Stream<Attention> own(Assessment assessment) {
        return assessment.evidence().stream().filter(evidence -> !(evidence instanceof Attention.BehindRun));
    }

    private void tell(Problem problem, Instant since, String sentence, Instant now) {
        runs.find(problem.run())
                .map(seen -> new Notification(
                        Trigger.NEEDS_ATTENTION,
                        now,
                        seen.workspace().organization(),
                        seen.workspace().name(),
                        problem.run(),
                        seen.run().status(),
                        sentence,
                        Optional.empty()))
                .ifPresent(told -> log.begin(problem, since, told));
    }

    /** Many may have been ended since these were found, so that the settings too are read again. */
    private void end(List<RunId> ids, List<RuntimeException> failures) {
        AttentionJudge.Found found = judge.around(Set.copyOf(ids));
        found.workspaces()
                .forEach(workspace -> workspace.runs().stream()
                        .filter(run -> ids.contains(run.id()))
                        .forEach(run -> attempt(() -> end(run, workspace, found.rules()), failures)));
    }

    private void end(WatchedRun run, WatchedWorkspace workspace, AttentionRules rules) {
        runs.update(
                run.id(),
                seen -> rules.reasonToEnd(run.seenAgain(seen), workspace.settings())
                        .map(why -> ended(seen, why))
                        .orElseGet(() -> RunChange.untraced(seen.run())));
    }

    private RunChange ended(RunInWorkspace seen, Attention why) {
        Instant now = judge.now();
        Run after = ForcedEnd.ERRORED.of(seen.run(), now);
        return RunChange.by(
                after,
                audit.act(
                        RunActs.forced(ForcedEnd.ERRORED).name(),
                        seen,
                        after,
                        Optional.of(why.sentence()),
                        Actor.policy(),
                        now));
    }
}
