package dev.signalbox.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.port.in.AttentionWork;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.testing.SettableListening;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttentionToldAgainTest {

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration LOST = Duration.ofSeconds(30);

    private final TestSignalbox box = TestSignalbox.inMemory();
    private AttentionWork work = box.attentionWork();

    @Test
    void tellsOfALossThatLastsThoughOneThatPassedWasToldShortlyBefore() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        beat(run);
        loseFor(LOST);
        assertThat(told()).containsExactly("no heartbeat for 30 s, limit 30 s");
        beatFor(Duration.ofMinutes(9), run);

        loseFor(AttentionWorkService.MEMORY.minus(LOOK));
        assertThat(told()).as("may pass as the first did").isEmpty();
        loseFor(LOOK);
        assertThat(told()).containsExactly("no heartbeat for 10 min, limit 30 s");
        loseFor(Duration.ofHours(8));
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOnceOfWhatComesAndGoes() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        for (int i = 0; i < 100; i++) {
            beat(run);
            loseFor(LOST.plus(LOOK));
        }
        assertThat(told()).hasSize(1);
    }

    @Test
    void tellsOfALostApplyAtOnceThoughTheLostPlanWasTold() {
        RunId run = box.bring("acme", "network", RunStatus.PLANNING);
        beat(run);
        loseFor(LOST);
        assertThat(told()).hasSize(1);

        box.report(run, RunnerEvent.PLAN_FINISHED);
        box.commands().confirm(run, Optional.empty(), box.user());
        box.report(run, RunnerEvent.APPLY_STARTED);
        beat(run);
        loseFor(LOST);

        assertThat(told()).containsExactly("no heartbeat for 30 s, limit 30 s");
    }

    @Test
    void tellsOfASecondLockThatLasts() {
        RunId run = box.submit("acme", "network");
        WorkspaceId workspace = box.seen(run).workspace().id();
        lock(workspace, "state surgery");
        beatFor(Duration.ofHours(1), run);
        assertThat(told()).hasSize(1);
        box.locks().unlock(workspace, Optional.empty(), box.user());
        beatFor(Duration.ofMinutes(1), run);

        lock(workspace, "on holiday");
        beatFor(Duration.ofHours(1), run);

        assertThat(told()).containsExactly("workspace locked by user-bot for 10 min: on holiday");
    }

    @Test
    void tellsNothingAgainAfterAnOutage() {
        RunId run = box.bring("acme", "network", RunStatus.APPLYING);
        RunId silent = box.bring("acme", "storage", RunStatus.APPLYING);
        box.settings()
                .change(
                        box.seen(silent).workspace().id(),
                        new SettingChanges(Map.of(Setting.SILENCE_SECONDS, Optional.of(20L))),
                        box.admin());
        beat(run);
        print(silent);
        for (int i = 0; i < 6; i++) {
            box.clock().advance(LOOK);
            print(silent);
            work.act();
        }
        assertThat(told()).hasSize(2);

        Instant again = box.clock().advance(Duration.ofHours(2));
        work = new AttentionWorkService(
                box.store().runs(),
                new AttentionSources(box.store().watched(), box.store().settings(), new SettableListening(() -> again)),
                box.store().attentionLog(),
                box.ids(),
                box.clock());
        print(silent);
        loseFor(LOST.minus(LOOK));
        print(silent);
        loseFor(LOOK);

        assertThat(told()).isEmpty();
    }

    private void lock(WorkspaceId workspace, String reason) {
        box.locks().lock(workspace, Optional.of(reason), box.user());
    }

    private void beat(RunId run) {
        box.reports().heartbeat(run, SignOfLife.BARE, box.runner());
    }

    /** The same bytes each time. */
    private void print(RunId run) {
        SignOfLife beat =
                new SignOfLife(Optional.empty(), Optional.empty(), Optional.of(100L), RunnerProcess.UNKNOWN, List.of());
        box.reports().heartbeat(run, beat, box.runner());
    }

    private void beatFor(Duration time, RunId run) {
        for (long i = 0; i < time.dividedBy(LOOK); i++) {
            beat(run);
            loseFor(LOOK);
        }
        beat(run);
    }

    private void loseFor(Duration time) {
        for (long i = 0; i < time.dividedBy(LOOK); i++) {
            box.clock().advance(LOOK);
            work.act();
        }
    }

    private List<String> told() {
        Instant now = box.clock().instant();
        List<Delivery> taken = box.store().outbox().take(Channel.EMAIL, 100, now, now.plusSeconds(60));
        box.store().outbox().remove(taken);
        return taken.stream()
                .map(Delivery::notification)
                .map(Notification::message)
                .toList();
    }
}
