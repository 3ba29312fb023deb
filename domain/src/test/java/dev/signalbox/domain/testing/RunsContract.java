package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.run.CiJob;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.PlanCounts;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.run.Standing;
import dev.signalbox.domain.run.WorkspaceRunQuery;
import dev.signalbox.domain.workspace.Workspace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs are given back as they were kept. */
public abstract class RunsContract extends StoreContract {

    @Test
    void findsARunByEachOfItsIdentities() {
        Workspace workspace = workspace("acme", "network");
        Run run = keep(aRun(workspace).in(RunStatus.PENDING));
        keep(aRun(workspace("acme", "other")).in(RunStatus.PENDING));

        RunInWorkspace seen = store.runs().find(run.id()).orElseThrow();

        assertThat(seen.run()).isEqualTo(run);
        assertThat(seen.workspace()).isEqualTo(workspace);
        assertThat(store.runs().findByPlan(run.plan().id())).contains(seen);
        assertThat(store.runs().findByApply(run.apply().id())).contains(seen);
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        assertThat(store.runs().find(ids.run())).isEmpty();
        assertThat(store.runs().findByPlan(ids.plan())).isEmpty();
        assertThat(store.runs().findByApply(ids.apply())).isEmpty();
        assertThat(store.runs().openEndings(ids.workspace())).isEmpty();
        assertThat(store.runs().timeline(ids.run())).isEmpty();
        assertThat(store.runs().lastHeartbeat(ids.run())).isEmpty();
        assertThat(store.runs()
                        .ofWorkspace(ids.workspace(), new WorkspaceRunQuery(ALL))
                        .totalCount())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void givesBackARunInEveryStatusAsItWas(RunStatus status) {
        Run run = aRun(workspace("acme", "network")).in(status);

        assertThat(keep(run)).isEqualTo(run);
        assertThat(found(run)).isEqualTo(run);
    }

    @Test
    void tellsHowEachOfSomeRunsStands() {
        Workspace workspace = workspace("acme", "network");
        List<Run> asked = Stream.of(
                        aRun(workspace).in(RunStatus.PENDING),
                        aRun(workspace).in(RunStatus.APPLYING),
                        aRun(workspace).in(RunStatus.APPLYING).cancelAsked(NOON.plusSeconds(60)),
                        aRun(workspace).in(RunStatus.APPLIED),
                        aRun(workspace).ending(RunStatus.APPLYING, Ending.Stage.ACKNOWLEDGED),
                        aRun(workspace).ending(RunStatus.APPLYING, Ending.Stage.RELEASED),
                        aRun(workspace).ending(RunStatus.APPLYING, Ending.Stage.GONE))
                .map(this::keep)
                .toList();
        keep(aRun(workspace).in(RunStatus.PLANNED));
        Set<RunId> ids = Stream.concat(asked.stream().map(Run::id), Stream.of(this.ids.run()))
                .collect(Collectors.toSet());

        assertThat(store.runs().standings(ids))
                .isEqualTo(asked.stream()
                        .collect(Collectors.toMap(Run::id, run -> new Standing(run.status(), run.directive()))));
        assertThat(store.runs().standings(Set.of())).isEmpty();
    }

    static Stream<RunStatus> statusesThatAreNotFinal() {
        return Stream.of(RunStatus.values()).filter(status -> !status.isFinal());
    }

    @ParameterizedTest
    @MethodSource("statusesThatAreNotFinal")
    void givesBackAForcedRunAsItWas(RunStatus from) {
        Run errored = aRun(workspace("acme", "network")).forcedToErrored(from);
        Run canceled = aRun(workspace("acme", "storage")).forcedToCanceled(from);

        keep(errored);
        keep(canceled);

        assertThat(found(errored)).isEqualTo(errored);
        assertThat(found(canceled)).isEqualTo(canceled);
    }

    static Stream<List<Object>> endings() {
        return Stream.of(RunStatus.values())
                .filter(RunStatus::isHeldByRunner)
                .flatMap(phase -> Stream.of(Ending.Stage.values()).map(stage -> List.of(phase, stage)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void givesBackEveryStageOfAnEndingAsItWas(List<Object> phaseAndStage) {
        Run run = aRun(workspace("acme", "network"))
                .ending((RunStatus) phaseAndStage.get(0), (Ending.Stage) phaseAndStage.get(1));

        keep(run);

        assertThat(found(run)).isEqualTo(run);
        assertThat(found(run).ending().orElseThrow().stage()).isEqualTo(phaseAndStage.get(1));
    }

    @Test
    void givesBackARunWhoseCancelWasAskedForAsItWas() {
        Run run = aRun(workspace("acme", "network")).in(RunStatus.APPLYING).cancelAsked(NOON.plusSeconds(60));

        keep(run);

        assertThat(found(run)).isEqualTo(run);
    }

    @Test
    void givesBackEveryWordOfASubmission() {
        Workspace workspace = workspace("acme", "network");
        Run run = aRun(workspace)
                .planOnly()
                .autoApply()
                .destroy()
                .message("Zeile 1\nline 2\t'\"%_\\ \ud83d\ude82 \u0130")
                .key("Key_of-the-caller-01")
                .author(ids.account(), "somebody-else")
                .ci(new CiJob(
                        Optional.of("GitLab CI"),
                        Optional.of(URI.create("https://ci.example/acme/-/jobs/7?x=%20#L1")),
                        Optional.of("0a4a2fd05f0e4b0f8a0c2b8b3c9f5f55"),
                        Optional.of("feature/\u00fcber"),
                        Optional.of("Ada <ada@acme.example>")))
                .in(RunStatus.PENDING);

        keep(run);

        assertThat(found(run)).isEqualTo(run);
    }

    @Test
    void listsTheRunsOfAWorkspaceNewestFirstInPages() {
        Workspace workspace = workspace("acme", "network");
        keep(aRun(workspace("acme", "storage")).in(RunStatus.PENDING));
        List<Run> runs = IntStream.range(0, 5)
                .mapToObj(i -> keep(aRun(workspace).in(RunStatus.values()[i])))
                .toList()
                .reversed();

        assertThat(shown(workspace, 1, 2)).isEqualTo(runs.subList(0, 2));
        assertThat(shown(workspace, 2, 2)).isEqualTo(runs.subList(2, 4));
        assertThat(shown(workspace, 3, 2)).isEqualTo(runs.subList(4, 5));
        assertThat(shown(workspace, 4, 2)).isEmpty();
        assertThat(shown(workspace, Long.MAX_VALUE, 100)).isEmpty();
        assertThat(store.runs()
                        .ofWorkspace(
                                workspace.id(), new WorkspaceRunQuery(new PageRequest(999_999_999_999_999_999L, 100)))
                        .totalCount())
                .isEqualTo(5);
    }

    @Test
    void givesBackWhatAPlanCounts() {
        Run run = aRun(workspace("acme", "network"))
                .counts(new PlanCounts(1, 20, Integer.MAX_VALUE))
                .in(RunStatus.APPLIED);

        keep(run);

        assertThat(found(run)).isEqualTo(run);
        assertThat(found(run).plan().counts()).contains(new PlanCounts(1, 20, Integer.MAX_VALUE));
    }

    @Test
    void keepsTheNewestSignOfLifeAndWhatAnEarlierOneTold() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PLANNING));
        Heartbeat first = new Heartbeat(
                NOON,
                Optional.of(NOON.minusMillis(7)),
                Optional.of(4_000_000_000L),
                new RunnerProcess(
                        Optional.of("build-7.acme.example"),
                        Optional.of(4_194_304),
                        Optional.of(3),
                        Optional.of(List.of(7, Integer.MAX_VALUE, 4_194_304))),
                List.of("aws_instance.web: Still creating...", "", "'\"%_\\ \ud83d\ude82 {,}"));

        store.runs().beat(run.id(), _ -> Optional.of(first));
        assertThat(store.runs().lastHeartbeat(run.id())).contains(first);
        store.runs().beat(run.id(), _ -> Optional.of(Heartbeat.at(NOON.plusSeconds(5))));

        Heartbeat kept = new Heartbeat(
                NOON.plusSeconds(5),
                first.outputAt(),
                first.outputBytes(),
                new RunnerProcess(first.process().host(), Optional.empty(), Optional.empty(), Optional.empty()),
                first.lastLines());
        assertThat(Heartbeat.at(NOON.plusSeconds(5)).after(first)).isEqualTo(kept);
        assertThat(store.runs().lastHeartbeat(run.id())).contains(kept);
        assertThat(store.runs().find(run.id()).orElseThrow().lastHeardAt()).contains(NOON.plusSeconds(5));
    }

    @Test
    void replacesWhatALaterSignOfLifeTellsAnew() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PLANNING));
        store.runs().beat(run.id(), _ -> Optional.of(Heartbeat.at(NOON)));
        Heartbeat later = new Heartbeat(
                NOON.plusSeconds(5),
                Optional.of(NOON),
                Optional.of(0L),
                new RunnerProcess(Optional.empty(), Optional.of(1), Optional.of(0), Optional.of(List.of())),
                List.of("one line"));

        store.runs().beat(run.id(), _ -> Optional.of(later));

        assertThat(store.runs().lastHeartbeat(run.id())).contains(later);
    }

    @Test
    void forgetsTheLastLinesOnceMoreWasPrintedThatIsNotShared() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.APPLYING));
        List<String> lines = List.of("Still creating...");
        store.runs().beat(run.id(), _ -> Optional.of(printed(9, lines)));
        store.runs().beat(run.id(), _ -> Optional.of(printed(9, List.of())));
        assertThat(store.runs().lastHeartbeat(run.id())).contains(printed(9, lines));

        store.runs().beat(run.id(), _ -> Optional.of(printed(10, List.of())));

        assertThat(store.runs().lastHeartbeat(run.id())).contains(printed(10, List.of()));
    }

    private static Heartbeat printed(long bytes, List<String> lines) {
        return new Heartbeat(NOON, Optional.empty(), Optional.of(bytes), RunnerProcess.UNKNOWN, lines);
    }

    @Test
    void keepsASignOfLifeOfEachOfManyThatComeAtOnceAndRefusesOnlyWhatIsRefused() {
        List<Run> runs = IntStream.range(0, 40)
                .mapToObj(n -> keep(aRun(workspace("acme", "w-" + n)).in(RunStatus.PLANNING)))
                .toList();

        List<String> outcomes = IntStream.range(0, 40)
                .parallel()
                .mapToObj(n -> outcomeOfABeat(n % 4 == 1 ? ids(n) : runs.get(n).id(), n))
                .toList();

        for (int n = 0; n < 40; n++) {
            assertThat(outcomes.get(n))
                    .isEqualTo(List.of("kept", "no run", "refused", "nothing").get(n % 4));
            assertThat(store.runs().lastHeartbeat(runs.get(n).id()).map(Heartbeat::at))
                    .isEqualTo(n % 4 == 0 ? Optional.of(NOON.plusSeconds(n)) : Optional.empty());
        }
    }

    private static RunId ids(int n) {
        return new RunId("run-" + "Z".repeat(15) + (char) ('a' + n / 4));
    }

    private String outcomeOfABeat(RunId run, int n) {
        try {
            return store.runs()
                    .beat(run, seen -> {
                        assertThat(seen.run().id()).isEqualTo(run);
                        if (n % 4 == 2) {
                            throw new IllegalArgumentException("of " + n);
                        }
                        return n % 4 == 0 ? Optional.of(Heartbeat.at(NOON.plusSeconds(n))) : Optional.empty();
                    })
                    .map(_ -> n % 4 == 0 ? "kept" : "nothing")
                    .orElse("no run");
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessage("of " + n);
            return "refused";
        }
    }

    @Test
    void keepsNoSignOfLifeOfARunThatIsNotThere() {
        store.runs().beat(ids.run(), _ -> Optional.of(Heartbeat.at(NOON)));
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));

        assertThat(store.runs().lastHeartbeat(run.id())).isEmpty();
        assertThat(store.runs().find(run.id()).orElseThrow().lastHeardAt()).isEmpty();
    }

    @Test
    void refusesASecondRunOfTheSameIdentity() {
        Workspace workspace = workspace("acme", "network");
        Run run = keep(aRun(workspace).in(RunStatus.PENDING));
        Run same = aRun(workspace).id(run.id()).in(RunStatus.PENDING);
        long events = eventsKept();

        assertThatThrownBy(() -> store.runs().add(same, List.of(event()))).isInstanceOf(RuntimeException.class);

        assertThat(found(run)).isEqualTo(run);
        assertThat(eventsKept()).isEqualTo(events);
    }

    @ParameterizedTest
    @EnumSource
    void showsRunsOfAWorkspaceByStatusInEitherOrder(RunOrder order) {
        Workspace workspace = workspace("acme", "network");
        Run applied = keep(aRun(workspace).in(RunStatus.APPLIED));
        Run pending = keep(aRun(workspace).in(RunStatus.PENDING));
        keep(aRun(workspace).in(RunStatus.ERRORED));
        keep(aRun(workspace("acme", "storage")).in(RunStatus.APPLIED));
        Set<RunStatus> some = Set.of(RunStatus.APPLIED, RunStatus.PENDING, RunStatus.PLANNED);
        List<Run> oldestFirst = List.of(applied, pending);

        Page<RunInWorkspace> page =
                store.runs().ofWorkspace(workspace.id(), new WorkspaceRunQuery(Optional.of(some), order, ALL));

        assertThat(page.items())
                .extracting(RunInWorkspace::run)
                .isEqualTo(order == RunOrder.OLDEST_FIRST ? oldestFirst : oldestFirst.reversed());
        assertThat(page.totalCount()).isEqualTo(2);
        assertThat(store.runs()
                        .ofWorkspace(workspace.id(), new WorkspaceRunQuery(Optional.of(Set.of()), order, ALL))
                        .totalCount())
                .isZero();
    }

    private List<Run> shown(Workspace workspace, long number, int size) {
        Page<RunInWorkspace> page =
                store.runs().ofWorkspace(workspace.id(), new WorkspaceRunQuery(new PageRequest(number, size)));
        assertThat(page.totalCount()).isEqualTo(5);
        return page.items().stream().map(RunInWorkspace::run).toList();
    }
}
