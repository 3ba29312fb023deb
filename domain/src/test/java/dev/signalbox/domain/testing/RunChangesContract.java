package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.PlanCounts;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.ReportMark;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Every change of a run is one transaction: all of it is kept or nothing, and nobody comes in between. */
public abstract class RunChangesContract extends StoreContract {

    @Test
    void addsARunWithItsAuditEvents() {
        Run run = aRun(workspace("acme", "network")).in(RunStatus.PENDING);
        AuditEvent event = event();

        RunInWorkspace added = store.runs().add(run, List.of(event)).orElseThrow();

        assertThat(added.run()).isEqualTo(run);
        assertThat(store.audit().list(ALL).items()).contains(event);
    }

    @Test
    void addsNothingToAWorkspaceThatIsNotThere() {
        Run run = ARun.with(ids).in(RunStatus.PENDING);

        assertThat(store.runs().add(run, List.of(event()))).isEmpty();

        assertThat(store.runs().find(run.id())).isEmpty();
        assertThat(eventsKept()).isZero();
    }

    @Test
    void answersTheSameKeyInTheSameWorkspaceWithTheSameRun() {
        Workspace workspace = workspace("acme", "network");
        Run first = keep(aRun(workspace).key("key-of-a-job").in(RunStatus.APPLIED));
        long events = eventsKept();

        Run again = store.runs()
                .add(aRun(workspace).key("key-of-a-job").in(RunStatus.PENDING), List.of(event()))
                .orElseThrow()
                .run();

        assertThat(again).isEqualTo(first);
        assertThat(eventsKept()).isEqualTo(events);
        assertThat(store.runs()
                        .ofWorkspace(workspace.id(), new WorkspaceRunQuery(ALL))
                        .totalCount())
                .isEqualTo(1);
    }

    @Test
    void keepsKeysApartByCaseAndByWorkspace() {
        Workspace workspace = workspace("acme", "network");
        keep(aRun(workspace).key("key-of-a-job").in(RunStatus.PENDING));
        keep(aRun(workspace).key("KEY-of-a-job").in(RunStatus.PENDING));
        keep(aRun(workspace("acme", "storage")).key("key-of-a-job").in(RunStatus.PENDING));

        assertThat(store.runs()
                        .ofWorkspace(workspace.id(), new WorkspaceRunQuery(ALL))
                        .totalCount())
                .isEqualTo(2);
    }

    @Test
    void keepsAChangeWithItsAuditAndItsReport() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));
        AuditEvent event = event();
        TimelineEntry report = entry(1, RunnerEvent.START_FAILED);

        RunInWorkspace after = store.runs()
                .update(
                        run.id(),
                        seen -> new RunChange(
                                seen.run().failed(NOON), List.of(event), Optional.of(report), Optional.empty()))
                .orElseThrow();

        assertThat(after.run().status()).isEqualTo(RunStatus.ERRORED);
        assertThat(found(run)).isEqualTo(after.run());
        assertThat(store.audit().list(ALL).items()).contains(event);
        assertThat(store.runs().timeline(run.id())).containsExactly(report);
    }

    @Test
    void givesBackTheTimelineOldestFirstWordByWord() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));
        TimelineEntry bare = entry(1, RunnerEvent.PLAN_STARTED);
        RunnerReport full = new RunnerReport(
                2,
                RunnerEvent.PLAN_FINISHED,
                Optional.of(new PlanOutcome(true, true, Optional.of(new PlanCounts(1, 2, 3)))),
                new ProcessExit(Optional.of("RTMIN+3"), Optional.of(-1)),
                Optional.of("'\"%_\\ \ud83d\ude82\nline 2"));
        TimelineEntry later = new TimelineEntry(NOON.minusSeconds(1), full);

        store.runs().update(run.id(), seen -> RunChange.by(seen.run(), bare));
        store.runs().update(run.id(), seen -> RunChange.by(seen.run(), later));

        assertThat(store.runs().timeline(run.id())).containsExactly(bare, later);
    }

    @Test
    void leavesEverythingAsItWasIfTheChangeIsRefused() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));
        long events = eventsKept();
        Refusal refusal = new Refusal.NothingHeld("network");

        assertThatThrownBy(() -> store.runs().update(run.id(), _ -> {
                    throw new Refused(refusal);
                }))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));

        assertThat(found(run)).isEqualTo(run);
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void leavesEverythingAsItWasIfTheAuditCannotBeKept() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));
        AuditEvent event = event();
        store.audit().add(event);
        long events = eventsKept();
        TimelineEntry report = entry(1, RunnerEvent.START_FAILED);

        assertThatThrownBy(() -> store.runs()
                        .update(
                                run.id(),
                                seen -> new RunChange(
                                        seen.run().failed(NOON),
                                        List.of(event(), event),
                                        Optional.of(report),
                                        Optional.empty())))
                .isInstanceOf(RuntimeException.class);

        assertThat(found(run)).isEqualTo(run);
        assertThat(store.runs().timeline(run.id())).isEmpty();
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void asksNobodyAboutARunThatIsNotThere() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(store.runs().update(ids.run(), seen -> {
                    asked.incrementAndGet();
                    return RunChange.untraced(seen.run());
                }))
                .isEmpty();

        assertThat(asked).hasValue(0);
    }

    @Test
    void letsOneOfTwoAdminsForceARunAndTellsTheOther() throws Exception {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.APPLYING));
        long events = eventsKept();

        List<Boolean> won = Together.run(2, () -> forced(run));

        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(found(run).status()).isEqualTo(RunStatus.ERRORED);
        assertThat(eventsKept()).isEqualTo(events + 1);
    }

    @Test
    void keepsOneRunOfTwoThatAreSubmittedAtOnceWithOneKey() throws Exception {
        Workspace workspace = workspace("acme", "network");

        List<Run> runs = Together.run(
                2,
                () -> store.runs()
                        .add(aRun(workspace).key("key-of-a-job").in(RunStatus.PENDING), List.of(event()))
                        .orElseThrow()
                        .run());

        assertThat(runs.get(0)).isEqualTo(runs.get(1));
        assertThat(store.runs()
                        .ofWorkspace(workspace.id(), new WorkspaceRunQuery(ALL))
                        .totalCount())
                .isEqualTo(1);
        assertThat(store.audit().ofRun(runs.get(0).id())).isEmpty();
    }

    @Test
    void losesNoneOfManyChangesAtOnce() throws Exception {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));

        Together.run(4, () -> {
            for (int i = 0; i < 5; i++) {
                store.runs().update(run.id(), seen -> RunChange.untraced(counted(seen.run())));
            }
            return true;
        });

        assertThat(found(run).lastReport().number()).isEqualTo(20);
    }

    private boolean forced(Run run) {
        try {
            store.runs().update(run.id(), seen -> RunChange.by(seen.run().forcedToErrored(NOON), event()));
            return true;
        } catch (Refused refused) {
            assertThat(refused.refusal()).isInstanceOf(Refusal.AlreadyFinal.class);
            return false;
        }
    }

    private static Run counted(Run run) {
        int next = run.lastReport().number() + 1;
        return run.marked(new ReportMark(next, Optional.of(RunnerEvent.STOPPING)));
    }

    private static TimelineEntry entry(int number, RunnerEvent event) {
        return new TimelineEntry(
                NOON, new RunnerReport(number, event, Optional.empty(), ProcessExit.UNKNOWN, Optional.empty()));
    }
}
