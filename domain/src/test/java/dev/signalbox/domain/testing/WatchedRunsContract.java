package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.domain.attention.AttentionRules;
import dev.signalbox.domain.attention.Output;
import dev.signalbox.domain.attention.Suspicion;
import dev.signalbox.domain.attention.WatchedRun;
import dev.signalbox.domain.attention.WatchedWorkspace;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link dev.signalbox.domain.port.out.WatchedRuns} promises. */
public abstract class WatchedRunsContract extends StoreContract {

    private static final Instant LATER = NOON.plus(Duration.ofDays(3));

    private void beat(Run run, Instant at, Optional<Instant> outputAt, Optional<Long> bytes) {
        store.runs()
                .beat(run.id(), _ -> Optional.of(new Heartbeat(at, outputAt, bytes, RunnerProcess.UNKNOWN, List.of())));
    }

    private void beat(Run run, Instant at) {
        beat(run, at, Optional.empty(), Optional.empty());
    }

    private List<WatchedRun> watched(Run run) {
        return store.watched().around(Set.of(run.id())).stream()
                .flatMap(workspace -> workspace.runs().stream())
                .toList();
    }

    private Optional<Output> output(Run run) {
        return watched(run).getFirst().output();
    }

    private Map<RunId, Assessment> assessed(List<WatchedWorkspace> workspaces, Instant now) {
        AttentionRules rules = new AttentionRules(SettingValues.USUAL, now, Instant.EPOCH, Instant.EPOCH);
        Map<RunId, Assessment> assessed = new LinkedHashMap<>();
        workspaces.forEach(workspace -> assessed.putAll(rules.assess(workspace)));
        return assessed;
    }

    private Optional<Attention> suspected(Run run, Instant now) {
        Suspicion suspicion = new Suspicion(
                SettingValues.USUAL.loweredBy(store.settings().ofInstallation().lowest()), now);
        return assessed(store.watched().suspects(suspicion), now)
                .getOrDefault(run.id(), Assessment.NONE)
                .attention();
    }

    @ParameterizedTest
    @EnumSource
    void readsARunInEveryStatusAsTheRulesWould(RunStatus status) {
        Run run = keep(aRun(workspace("acme", "network")).in(status));
        beat(run, NOON.plusSeconds(20));
        List<WatchedRun> expected = status.isFinal()
                ? List.of()
                : List.of(WatchedRun.of(run, Optional.of(NOON.plusSeconds(20)), Optional.empty(), Optional.empty()));
        assertThat(watched(run)).isEqualTo(expected);
    }

    @Test
    void knowsWhetherItsRunnerBroughtTheRun() {
        Workspace network = workspace("acme", "network");
        Run brought = keep(aRun(network).key("key-0001").in(RunStatus.PENDING).claimedBy(ids.account()));
        assertThat(watched(brought).getFirst().broughtByRunner()).isTrue();
        assertThat(suspected(brought, LATER)).map(Attention::kind).contains("heartbeat-lost");

        Run claimed =
                keep(aRun(workspace("acme", "storage")).in(RunStatus.PENDING).claimedBy(ids.account()));
        assertThat(watched(claimed).getFirst().broughtByRunner()).isFalse();
        assertThat(suspected(claimed, LATER)).map(Attention::kind).contains("no-runner");
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "ACKNOWLEDGED"})
    void readsWhatEndedWithoutItsProcessBeingGone(Ending.Stage stage) {
        Run run = keep(aRun(workspace("acme", "network")).ending(RunStatus.APPLYING, stage));
        assertThat(watched(run))
                .containsExactly(WatchedRun.of(run, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(suspected(run, LATER)).map(Attention::kind).contains("end-unconfirmed");
    }

    @Test
    void knowsWhoForcedWhatHoldsItsWorkspaceAndWhy() {
        Workspace network = workspace("acme", "network");
        Run run = keep(aRun(network).ending(RunStatus.APPLYING, Ending.Stage.REQUESTED));
        act(run, network, AuditAction.RUN_CONFIRMED, "looks well");
        act(run, network, AuditAction.RUN_FORCED_TO_ERRORED, "hangs\nfor hours");
        act(run, network, AuditAction.WORKSPACE_HOLD_RELEASED, "of another");
        Run waiting = keep(aRun(network).submittedAt(NOON.plusSeconds(60)).in(RunStatus.PENDING));

        String found = "not known to be gone for 2 d 23 h, limit 1 min; the workspace is held;"
                + " forced to an end by policy: hangs for hours";
        assertThat(suspected(run, LATER).map(Attention::sentence).orElseThrow()).endsWith(found);
        Assessment behind =
                assessed(store.watched().around(Set.of(waiting.id())), LATER).get(waiting.id());
        assertThat(behind.evidence().getLast().sentence())
                .startsWith("waits for " + run.id() + ": ")
                .endsWith(found);
    }

    private void act(Run run, Workspace workspace, AuditAction action, String reason) {
        AuditEvent event = AuditEvent.ofRun(
                ids.auditEvent(),
                NOON,
                Actor.policy(),
                action,
                workspace,
                RunStatus.APPLYING,
                run,
                Optional.of(reason));
        store.runs().update(run.id(), _ -> RunChange.by(run, event));
    }

    @ParameterizedTest
    @EnumSource(names = {"GONE", "RELEASED"})
    void passesOverWhatIsGoneOrReleased(Ending.Stage stage) {
        Run run = keep(aRun(workspace("acme", "network")).ending(RunStatus.APPLYING, stage));
        assertThat(watched(run)).isEmpty();
        assertThat(suspected(run, LATER)).isEmpty();
    }

    @Test
    void keepsTheRunsOfAWorkspaceInTheirOrderAndApartFromOthers() {
        Workspace network = workspace("acme", "network");
        Run first = keep(aRun(network).submittedAt(NOON.plusSeconds(9)).in(RunStatus.APPLYING));
        Run second = keep(aRun(network).submittedAt(NOON.plusSeconds(10)).in(RunStatus.PENDING));
        Run elsewhere = keep(aRun(workspace("acme", "database")).in(RunStatus.PENDING));
        assertThat(watched(second)).extracting(WatchedRun::id).containsExactly(first.id(), second.id());
        assertThat(store.watched().around(Set.of(first.id(), elsewhere.id()))).hasSize(2);
        assertThat(store.watched().around(Set.of())).isEmpty();
    }

    @Test
    void readsOfTheOthersOnlyWhatMayKeepTheRunWaiting() {
        Workspace network = workspace("acme", "network");
        Run held =
                keep(aRun(network).submittedAt(NOON.plusSeconds(1)).ending(RunStatus.APPLYING, Ending.Stage.REQUESTED));
        keep(aRun(network).submittedAt(NOON.plusSeconds(2)).planOnly().in(RunStatus.PLANNING));
        Run first = keep(aRun(network).submittedAt(NOON.plusSeconds(3)).in(RunStatus.PENDING));
        Run last = first;
        for (int i = 0; i < 50; i++) {
            last = keep(aRun(network).submittedAt(NOON.plusSeconds(4 + i)).in(RunStatus.PENDING));
        }
        keep(aRun(network).submittedAt(NOON.plusSeconds(90)).in(RunStatus.PENDING));

        assertThat(watched(last)).extracting(WatchedRun::id).containsExactly(held.id(), first.id(), last.id());
        assertThat(watched(first)).extracting(WatchedRun::id).containsExactly(held.id(), first.id());
    }

    @Test
    void knowsTheSettingsOfTheWorkspace() {
        Workspace network = workspace("acme", "network");
        Run run = keep(aRun(network).in(RunStatus.APPLYING));
        choose(network.id(), Setting.APPLYING_SECONDS, 60);
        assertThat(store.watched()
                        .around(Set.of(run.id()))
                        .getFirst()
                        .settings()
                        .chosen())
                .isEqualTo(Map.of(Setting.APPLYING_SECONDS, 60L));
    }

    private void choose(WorkspaceId workspace, Setting setting, long value) {
        SettingChanges changes = new SettingChanges(Map.of(setting, Optional.of(value)));
        assertThat(store.settings().change(workspace, changes, _ -> event())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PLANNING, 30", "POLICY_CHECKING, 10", "CONFIRMED, 5", "APPLYING, 120"})
    void suspectsWhatIsOverdueByTheRules(RunStatus status, int minutes) {
        Run run = keep(aRun(workspace("acme", "network")).in(status));
        Instant due = run.statusTimestamps().get(status).plus(Duration.ofMinutes(minutes));
        beat(run, due);
        assertThat(suspected(run, due.minusMillis(1))).isEmpty();
        assertThat(suspected(run, due)).map(Attention::kind).contains("overdue");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNING", "POLICY_CHECKING", "CONFIRMED", "APPLYING"})
    void suspectsARunnerThatIsNotHeardOf(RunStatus status) {
        Run run = keep(aRun(workspace("acme", "network")).in(status));
        Instant heard = NOON.plusSeconds(20);
        beat(run, heard);
        assertThat(suspected(run, heard.plusSeconds(30).minusMillis(1))).isEmpty();
        assertThat(suspected(run, heard.plusSeconds(30))).map(Attention::kind).contains("heartbeat-lost");
    }

    @Test
    void suspectsARunThatNoRunnerCameFor() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PENDING));
        assertThat(suspected(run, NOON.plus(Duration.ofMinutes(5))))
                .map(Attention::kind)
                .contains("no-runner");
    }

    @Test
    void suspectsByTheLowestLimitOfAnyWorkspace() {
        Workspace network = workspace("acme", "network");
        Run run = keep(aRun(network).in(RunStatus.APPLYING));
        Instant at = run.statusTimestamps().get(RunStatus.APPLYING).plusSeconds(60);
        beat(run, at);
        assertThat(suspected(run, at)).isEmpty();
        choose(network.id(), Setting.APPLYING_SECONDS, 60);
        assertThat(suspected(run, at)).map(Attention::kind).contains("overdue");
    }

    @Test
    void suspectsSilenceFromWhenTheOutputLastGrewByTheServersClock() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.APPLYING));
        Optional<Instant> skewed = Optional.of(NOON.minus(Duration.ofHours(7)));
        Instant grown = NOON.plusSeconds(30);
        beat(run, grown, skewed, Optional.of(100L));
        Instant almost = grown.plus(Duration.ofMinutes(15)).minusMillis(1);
        beat(run, almost, skewed, Optional.of(100L));
        assertThat(output(run)).contains(new Output(almost, Optional.of(grown), Optional.empty()));
        assertThat(suspected(run, almost)).isEmpty();
        Instant due = grown.plus(Duration.ofMinutes(15));
        beat(run, due, skewed, Optional.of(100L));
        assertThat(suspected(run, due)).map(Attention::kind).contains("silent");
    }

    @Test
    void suspectsSilenceAfterTheClockWasSetBack() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.APPLYING));
        Instant before = NOON.plus(Duration.ofHours(2));
        beat(run, before, Optional.empty(), Optional.of(100L));
        Instant now = NOON.plus(Duration.ofMinutes(20));
        beat(run, now, Optional.empty(), Optional.of(100L));
        assertThat(output(run)).contains(new Output(now, Optional.of(before), Optional.empty()));
        assertThat(suspected(run, now)).map(Attention::kind).contains("silent");
    }

    @Test
    void knowsTheLastLineThatIsNotBlank() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.APPLYING));
        Instant grown = NOON.plusSeconds(30);
        beat(run, grown, List.of("Creating...", "Still creating...", " "));
        assertThat(output(run).flatMap(Output::lastLine)).contains("Still creating...");

        beat(run, grown.plusSeconds(1));
        assertThat(output(run).flatMap(Output::lastLine)).as("nothing told").contains("Still creating...");

        Instant due = grown.plus(Duration.ofMinutes(15));
        beat(run, due, List.of("Waiting for the lock"));
        assertThat(suspected(run, due).map(Attention::sentence))
                .contains("no output for 15 min, limit 15 min; last line: Waiting for the lock");
    }

    private void beat(Run run, Instant at, List<String> lines) {
        store.runs()
                .beat(
                        run.id(),
                        _ -> Optional.of(
                                new Heartbeat(at, Optional.empty(), Optional.of(9L), RunnerProcess.UNKNOWN, lines)));
    }

    @Test
    void takesOtherBytesOrAnotherTimeForNewOutput() {
        Run run = keep(aRun(workspace("acme", "network")).in(RunStatus.PLANNING));
        Instant at = NOON.plusSeconds(30);
        assertThat(output(run)).isEmpty();
        beat(run, at);
        assertThat(output(run)).as("nothing told").isEmpty();
        beat(run, at, Optional.empty(), Optional.of(0L));
        assertThat(output(run)).contains(new Output(at, Optional.empty(), Optional.empty()));
        beat(run, at.plusSeconds(1), Optional.empty(), Optional.of(5L));
        assertThat(output(run)).contains(grown(at, 1, 1));
        beat(run, at.plusSeconds(2), Optional.empty(), Optional.of(5L));
        assertThat(output(run)).as("the same again").contains(grown(at, 2, 1));
        beat(run, at.plusSeconds(3));
        assertThat(output(run)).as("nothing told").contains(grown(at, 2, 1));
        beat(run, at.plusSeconds(4), Optional.empty(), Optional.of(2L));
        assertThat(output(run)).as("fewer bytes, of a new command").contains(grown(at, 4, 4));
        beat(run, at.plusSeconds(5), Optional.of(NOON), Optional.empty());
        assertThat(output(run)).as("the first time told").contains(grown(at, 5, 5));
        beat(run, at.plusSeconds(6), Optional.of(NOON), Optional.of(2L));
        assertThat(output(run)).contains(grown(at, 6, 5));
        beat(run, at.plusSeconds(7), Optional.of(NOON.minusSeconds(60)), Optional.of(2L));
        assertThat(output(run)).as("bytes decide").contains(grown(at, 7, 5));
        beat(run, at.plusSeconds(8), Optional.of(NOON.minusSeconds(60)), Optional.empty());
        assertThat(output(run)).as("another time").contains(grown(at, 8, 8));
        for (int i = 1; i <= 4; i++) {
            beat(run, at.plusSeconds(8 + i), Optional.of(NOON.minusSeconds(60).plusSeconds(i % 3)), Optional.empty());
            assertThat(output(run)).as("about the same time").contains(grown(at, 8 + i, 8));
        }
        beat(run, at.plusSeconds(13), Optional.of(NOON.minusSeconds(57)), Optional.empty());
        assertThat(output(run))
                .as("a time farther off than what was told first")
                .contains(grown(at, 13, 13));
    }

    private static Output grown(Instant from, int told, int grown) {
        return new Output(from.plusSeconds(told), Optional.of(from.plusSeconds(grown)), Optional.empty());
    }
}
