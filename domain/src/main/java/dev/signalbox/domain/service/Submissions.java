package dev.signalbox.domain.service;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.CiJob;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.Submission;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a run comes into being, over the API as from a runner. */
record Submissions(Runs runs, Ids ids) {

    /** What is asked for, by whom; refuses what is no good before anything has been created for it. */
    static Submission of(NewRun run, Optional<String> key, Optional<CiJob> ci, Actor actor) {
        return new Submission(
                run.planOnly(), run.autoApply(), run.destroy(), run.message(), key, actor.account(), actor.name(), ci);
    }

    /** The run as it is to be added. */
    Run prepare(Workspace workspace, Submission submission, Instant now) {
        return Run.submitted(ids.run(), workspace.id(), ids.plan(), ids.apply(), submission, now);
    }

    /** Adds the run, or finds the one that was submitted under the same key; refuses KeyTaken if that differs. */
    RunInWorkspace add(Workspace workspace, Run run, Actor actor) {
        RunInWorkspace kept = runs.add(run, List.of(new AuditEvents(ids).submission(workspace, run, actor)))
                .orElseThrow(Refusals.notFound(Subject.WORKSPACE));
        if (!kept.run().submission().asksTheSameAs(run.submission())) {
            String key = run.submission().key().orElseThrow();
            throw new Refused(new Refusal.KeyTaken(key, kept.run().id().value()));
        }
        return kept;
    }
}
