package dev.signalbox.app.simulation;

import dev.signalbox.app.simulation.Watch.Evidence;
import dev.signalbox.app.simulation.Watch.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what was found and told against what the scripts alone know. */
final class Verdict {

    /** After its limit a run must have been found within this. */
    static final Duration FOUND_WITHIN = Duration.ofSeconds(10);

    /** And told of within this: many at once, one after the other. */
    static final Duration TOLD_WITHIN = Duration.ofSeconds(25);

    private final Span serverAway;
    private final Watch watch;
    private final Map<String, Runner> runs = new HashMap<>();
    private final Map<String, Long> found = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private Duration lastFound = Duration.ZERO;
    private Duration lastTold = Duration.ZERO;

    Verdict(Span serverAway, List<Runner> all, Watch watch) {
        this.serverAway = serverAway;
        this.watch = watch;
        all.forEach(run -> runs.put(run.id().getNow(run.name() + ", never submitted"), run));
        watch.looks().forEach(look -> look.found().forEach((id, evidence) -> isRight(look, id, evidence)));
        watch.told().keySet().forEach(this::isToBeTold);
        runs.forEach((id, run) -> {
            if (run.hang().isDone()) {
                isFoundInTime(id, run);
            }
        });
    }

    /** Everything that Signalbox said and should not have, or did not say. */
    List<String> wrong() {
        return wrong;
    }

    /** For a person. */
    @Override
    public String toString() {
        long early =
                found.values().stream().filter(at -> at < serverAway.from()).count();
        return "%d found, %d of them before the restart, the last after %.1f s; %d told of, the last after %.1f s"
                .formatted(
                        found.size(),
                        early,
                        lastFound.toMillis() / 1000.0,
                        watch.told().size(),
                        lastTold.toMillis() / 1000.0);
    }

    private void isRight(Look look, String id, Evidence evidence) {
        Runner run = runs.get(id);
        if (run == null || !run.hang().isDone()) {
            wrong.add(name(run, id) + " is healthy and was found: " + evidence);
            return;
        }
        Hang hang = run.hang().join();
        found.putIfAbsent(id, look.span().to());
        if (look.span().to() < hang.since().earliestEndOf(hang.limit())) {
            wrong.add(run.name() + " was found before its limit: " + evidence);
        }
        if (!evidence.kind().equals(hang.kind())
                || !hang.sentence().matcher(evidence.sentence()).matches()) {
            wrong.add(run.name() + " was found as " + evidence + " instead of " + hang.sentence());
        }
    }

    /** Whoever sees to a stuck run sees to those behind it: of them nobody is told. */
    private void isToBeTold(String id) {
        Runner run = runs.get(id);
        if (run == null || !run.hang().isDone() || isUntold(run.hang().join())) {
            wrong.add(name(run, id) + " was told of");
        }
    }

    private void isFoundInTime(String id, Runner run) {
        Hang hang = run.hang().join();
        lastFound = inTime(run, hang, found.get(id), "found", FOUND_WITHIN, lastFound);
        if (!isUntold(hang)) {
            lastTold = inTime(run, hang, watch.told().get(id), "told of", TOLD_WITHIN, lastTold);
        }
        if (!watch.looks().getLast().found().containsKey(id)) {
            wrong.add(run.name() + " was not found any more at the end");
        }
    }

    private Duration inTime(Runner run, Hang hang, @Nullable Long at, String what, Duration within, Duration latest) {
        if (at == null) {
            wrong.add(run.name() + " was never " + what);
            return latest;
        }
        Duration after = within.plusNanos(at - hang.mustBeFoundBy(within, serverAway));
        if (after.compareTo(within) > 0) {
            wrong.add(run.name() + " was " + what + " only " + after + " after its limit");
        }
        return after.compareTo(latest) > 0 ? after : latest;
    }

    private static boolean isUntold(Hang hang) {
        return hang.kind().equals("behind-run");
    }

    private static String name(@Nullable Runner run, String id) {
        return run == null ? id : run.name();
    }
}
