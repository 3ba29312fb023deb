package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.queue.OpenEnding;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue of a workspace: in order of submission, held by what may still be running. */
public abstract class RunQueueContract extends StoreContract {

    private Workspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = workspace("acme", "network");
    }

    @Test
    void nothingIsAheadOfTheFirst() {
        Run first = keep(aRun(workspace).in(RunStatus.PENDING));

        assertThat(seen(first).ahead()).isEmpty();
        assertThat(seen(first).openEndings()).isEmpty();
        assertThat(seen(first).blocker(NOON)).isEmpty();
    }

    @Test
    void theOldestRunThatHasNotEndedIsAhead() {
        keep(aRun(workspace).in(RunStatus.APPLIED));
        Run planned = keep(aRun(workspace).in(RunStatus.PLANNED));
        keep(aRun(workspace).in(RunStatus.PENDING));
        Run last = keep(aRun(workspace).in(RunStatus.PENDING));
        keep(aRun(workspace).in(RunStatus.PENDING));

        assertThat(seen(last).ahead()).contains(new Blocker.RunAhead(planned.id(), RunStatus.PLANNED));
    }

    @Test
    void theNextMovesUpWhenARunEnds() {
        Run planned = keep(aRun(workspace).in(RunStatus.PLANNED));
        Run next = keep(aRun(workspace).in(RunStatus.PENDING));

        store.runs().update(planned.id(), seen -> RunChange.untraced(seen.run().discarded(NOON)));

        assertThat(seen(next).ahead()).isEmpty();
    }

    @Test
    void theChangeOfARunSeesWhatIsAheadOfIt() {
        Run planned = keep(aRun(workspace).in(RunStatus.PLANNED));
        Run next = keep(aRun(workspace).in(RunStatus.PENDING));

        RunInWorkspace after = store.runs()
                .update(next.id(), seen -> {
                    assertThat(seen.ahead()).contains(new Blocker.RunAhead(planned.id(), RunStatus.PLANNED));
                    return RunChange.untraced(seen.run());
                })
                .orElseThrow();

        assertThat(after).isEqualTo(seen(next));
    }

    @Test
    void planOnlyRunsAndOtherWorkspacesDoNotBlock() {
        keep(aRun(workspace).planOnly().in(RunStatus.PLANNING));
        keep(aRun(workspace("acme", "storage")).in(RunStatus.APPLYING));
        Run next = keep(aRun(workspace).in(RunStatus.PENDING));

        assertThat(seen(next).ahead()).isEmpty();
    }

    @Test
    void planOnlyRunsDoNotWait() {
        keep(aRun(workspace).in(RunStatus.APPLYING));
        Run planOnly = keep(aRun(workspace).planOnly().in(RunStatus.PENDING));

        assertThat(seen(planOnly).blocker(NOON)).isEmpty();
    }

    @Test
    void aClockThatStepsBackDoesNotChangeTheOrder() {
        Run first = keep(aRun(workspace).in(RunStatus.PENDING));
        Run late = aRun(workspace).submittedAt(NOON.minusSeconds(3600)).in(RunStatus.PENDING);

        Run second = store.runs().add(late, List.of(event())).orElseThrow().run();

        assertThat(second.createdAt()).isEqualTo(first.createdAt());
        assertThat(found(second)).isEqualTo(second);
        assertThat(seen(second).ahead()).contains(new Blocker.RunAhead(first.id(), RunStatus.PENDING));
        assertThat(seen(first).ahead()).isEmpty();
        assertThat(store.runs()
                        .ofWorkspace(workspace.id(), new WorkspaceRunQuery(ALL))
                        .items())
                .extracting(RunInWorkspace::run)
                .containsExactly(second, first);
    }

    @Test
    void aClockThatStepsBackDoesNotMoveRunsOfOtherWorkspaces() {
        keep(aRun(workspace).in(RunStatus.PENDING));
        Run elsewhere = aRun(workspace("acme", "storage"))
                .submittedAt(NOON.minusSeconds(1))
                .in(RunStatus.PENDING);

        Run added = store.runs().add(elsewhere, List.of(event())).orElseThrow().run();

        assertThat(added.createdAt()).isEqualTo(NOON.minusSeconds(1));
    }

    @Test
    void listsEndedRunsWhoseProcessIsNotKnownToBeGoneOldestFirst() {
        Run requested = keep(aRun(workspace).ending(RunStatus.APPLYING, Ending.Stage.REQUESTED));
        keep(aRun(workspace).ending(RunStatus.APPLYING, Ending.Stage.GONE));
        keep(aRun(workspace).ending(RunStatus.APPLYING, Ending.Stage.RELEASED));
        keep(aRun(workspace).planOnly().ending(RunStatus.PLANNING, Ending.Stage.REQUESTED));
        keep(aRun(workspace("acme", "storage")).ending(RunStatus.PLANNING, Ending.Stage.REQUESTED));
        Run acknowledged = keep(aRun(workspace).ending(RunStatus.PLANNING, Ending.Stage.ACKNOWLEDGED));
        store.runs().beat(acknowledged.id(), _ -> Optional.of(Heartbeat.at(NOON)));
        Run next = keep(aRun(workspace).in(RunStatus.PENDING));

        List<OpenEnding> open = List.of(
                new OpenEnding(requested.id(), requested.ending().orElseThrow(), Optional.empty()),
                new OpenEnding(acknowledged.id(), acknowledged.ending().orElseThrow(), Optional.of(NOON)));

        assertThat(store.runs().openEndings(workspace.id())).isEqualTo(open);
        assertThat(seen(next).openEndings()).isEqualTo(open);
    }

    @Test
    void aRunThatWasAskedToStopIsAheadUntilItEnds() {
        Run asked = keep(aRun(workspace).in(RunStatus.PLANNING).cancelAsked(NOON.plusSeconds(60)));
        Run next = keep(aRun(workspace).in(RunStatus.PENDING));

        assertThat(store.runs().openEndings(workspace.id())).isEmpty();
        assertThat(seen(next).ahead()).contains(new Blocker.RunAhead(asked.id(), RunStatus.PLANNING));
    }

    private RunInWorkspace seen(Run run) {
        return store.runs().find(run.id()).orElseThrow();
    }
}
