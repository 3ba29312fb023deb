package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunAction;
import dev.signalbox.domain.run.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/** How a person's act on a run is carried out: checked, done and written down in one change. */
record RunActs(Runs runs, AuditEvents audit, InstantSource time) {

    RunActs(Runs runs, Ids ids, InstantSource time) {
        this(runs, new AuditEvents(ids), time);
    }

    private static final Act FORCE_ERRORED = forced(ForcedEnd.ERRORED, AuditAction.RUN_FORCED_TO_ERRORED);
    private static final Act FORCE_CANCELED = forced(ForcedEnd.CANCELED, AuditAction.RUN_FORCED_TO_CANCELED);

    /** An act: what it asks for, how it is done, and what it is called in the audit. */
    record Act(RunAction action, BiFunction<Run, Instant, Run> move, AuditAction name) {}

    private static Act forced(ForcedEnd end, AuditAction name) {
        return new Act(end.action(), end::of, name);
    }

    /** The act of forcing a run to an end. */
    static Act forced(ForcedEnd end) {
        return switch (end) {
            case ERRORED -> FORCE_ERRORED;
            case CANCELED -> FORCE_CANCELED;
        };
    }

    /**
     * Does it, or refuses; an act that changes nothing, such as a second cancel, leaves no trace. Whoever never may is
     * refused first, so that nobody without the right holds up others, or learns by its lock or its time that the run
     * exists.
     */
    RunInWorkspace carryOut(Act act, RunId id, Optional<String> reason, Actor actor) {
        if (!act.action().isOpenTo(actor)) {
            throw Refusals.notFound(Subject.RUN).get();
        }
        Text.checkKept("comment", reason, AuditEvent.MAX_REASON_LENGTH);
        return runs.update(id, seen -> change(act, seen, reason, actor)).orElseThrow(Refusals.notFound(Subject.RUN));
    }

    private RunChange change(Act act, RunInWorkspace seen, Optional<String> reason, Actor actor) {
        // Read here, with the run locked: acts on one run are stamped in the order in which they happen.
        Instant now = Milliseconds.of(time.instant());
        Refusals.raise(seen.objectionTo(act.action(), actor, now));
        Run after = act.move().apply(seen.run(), now);
        return after.equals(seen.run())
                ? RunChange.untraced(after)
                : RunChange.by(after, audit.act(act.name(), seen, after, reason, actor, now));
    }
}
