package dev.signalbox.domain.service;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Subject;

/** How the account of a runner comes to hold a run of which it says something without a report. */
final class Claims {

    private Claims() {}

    /** The run, held by the actor's account. Only what is said first locks the run: all later finds it claimed. */
    static RunInWorkspace held(Runs runs, RunInWorkspace seen, Actor actor) {
        AccountId holder = ReportedRun.holder(seen, actor);
        if (seen.run().runner().isPresent()) {
            return seen;
        }
        return runs.update(seen.run().id(), locked -> {
                    ReportedRun.holder(locked, actor);
                    return RunChange.untraced(locked.run().claimedBy(holder));
                })
                .orElseThrow(Refusals.notFound(Subject.RUN));
    }
}
