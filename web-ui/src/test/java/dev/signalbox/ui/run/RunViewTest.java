package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.ui.testing.PortalTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunViewTest extends PortalTest {

    @Test
    void showsWhereTheRunStands() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        box().clock().advance(Duration.ofMinutes(3));

        go("runs/" + run);

        assertThat(text())
                .contains(run.value(), "acme/network", "applying", "last heard of 3 min ago", "3 min so far")
                .contains("runner reported plan-finished, with changes", "runner reported apply-started")
                .contains("run confirmed", "by user-bot, user");
    }

    @ParameterizedTest
    @CsvSource({"3, ''", "4, ' …'"})
    void showsWhereTheCommandRuns(int processes, String more) {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        RunnerProcess process = new RunnerProcess(
                Optional.of("build-7"),
                Optional.of(4711),
                Optional.of(processes),
                Optional.of(List.of(4711, 4712, 4720)));
        box().reports()
                .heartbeat(
                        run,
                        new SignOfLife(Optional.empty(), Optional.empty(), Optional.empty(), process, List.of()),
                        box().runner());

        go("runs/" + run);

        assertThat(text())
                .contains("group 4711, " + processes + " processes, PID 4711 4712 4720" + more + "Hostbuild-7");
    }

    @Test
    void namesNoProcessThatIsGone() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        RunnerProcess process = new RunnerProcess(
                Optional.of("build-7"), Optional.of(4711), Optional.of(1), Optional.of(List.of(4711)));
        box().reports()
                .heartbeat(
                        run,
                        new SignOfLife(Optional.empty(), Optional.empty(), Optional.empty(), process, List.of()),
                        box().runner());
        box().report(run, RunnerEvent.APPLY_FAILED);

        go("runs/" + run);

        assertThat(text()).contains("Hostbuild-7").doesNotContain("4711", "1 process");
    }

    @Test
    void saysWhatCouldNotBeJudgedWhateverWasFound() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        go("runs/" + run);
        assertThat(text())
                .contains("Nothing was found that needs attention; the runner does not tell when its command prints"
                        + " something, so silence is not judged.");

        box().clock().advance(Duration.ofDays(1));
        poll();

        assertThat(text())
                .contains("Needs attention: no heartbeat for 1 d", "; applying for 1 d")
                .contains("; the runner does not tell when its command prints something, so silence is not judged.");
    }

    @Test
    void showsHowTheRunWasAskedFor() {
        RunId run = box().submit("acme", "network", new NewRun(true, false, true, Optional.of("Tear it down")));

        go("runs/" + run);

        assertThat(text()).contains("Tear it down", "destroy", "plan only").doesNotContain("auto-apply");
    }

    @Test
    void saysWhatAPendingRunWaitsFor() {
        RunId ahead = box().bring("acme", "network", RunStatus.APPLYING);
        RunId waiting = box().submit("acme", "network");

        go("runs/" + waiting);
        assertThat(text()).contains(ahead + " ahead of it, which is applying");

        box().administration().forceErrored(ahead, Optional.empty(), box().admin());
        poll();
        assertThat(text())
                .contains("the process of " + ahead + ", which ended while applying and is not known to be gone");
    }

    @Test
    void tellsTheStoryOfAnEnding() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        box().administration().forceErrored(run, Optional.of("Hangs since noon."), box().admin());
        go("runs/" + run);
        assertThat(text())
                .contains("The process is not known to be gone: the workspace is held until")
                .contains("Asked to end 2026-11-02 09:00:00 UTC while applying.")
                .contains("run forced to errored (applying → errored)", "“Hangs since noon.”");

        box().clock().advance(Duration.ofSeconds(2));
        box().report(run, RunnerEvent.STOPPING);
        box().clock().advance(Duration.ofSeconds(5));
        box().report(run, RunnerEvent.GONE, new ProcessExit(Optional.of("KILL"), Optional.of(137)));
        poll();

        assertThat(text())
                .contains("The process is gone; nothing is held.")
                .contains("acknowledged by the runner 2026-11-02 09:00:02 UTC")
                .contains("gone 2026-11-02 09:00:07 UTC (signal KILL, exit 137).");
    }

    @Test
    void saysTheSameOfARunnerThatOnlySubmittedTheRun() {
        RunId run = box().submit("acme", "network");
        box().clock().advance(Duration.ofMinutes(7));

        go("runs/" + run);

        assertThat(text())
                .contains("nothing heard of its runner since it submitted the run 7 min ago, limit 30 s")
                .contains("Runnernot heard of since it submitted the run")
                .doesNotContain("never");
    }

    @Test
    void saysThatNoRunnerHasClaimedTheRun() {
        RunId run = box().commands()
                .create(
                        box().workspace("acme", "network").id(),
                        new NewRun(false, false, false, Optional.empty()),
                        box().user())
                .run()
                .id();

        go("runs/" + run);

        assertThat(text()).contains("Runnernone has claimed it");
        box().logs().append(run, 0, new byte[] {'x'}, box().runner());
        poll();
        assertThat(text()).contains("Runnerhas claimed it; not heard of yet");
    }

    @Test
    void countsTheSecondsThatItShows() {
        RunId run = box().submit("acme", "network");
        box().clock().advance(Duration.ofMillis(900));
        box().report(run, RunnerEvent.PLAN_STARTED);
        box().clock().advance(Duration.ofMillis(2_200));
        box().report(run, RunnerEvent.PLAN_FINISHED);

        go("runs/" + run);

        assertThat(text()).contains("Started2026-11-02 09:00:00 UTCEnded2026-11-02 09:00:03 UTCTook3 s");
    }

    @Test
    void saysThatThereIsNoSuchPage() {
        for (String address : List.of("settings", "audit", "runs/run-2222222222222222/log")) {
            go(address);

            assertThat(text())
                    .contains("Not found", "There is no such page.", "Go to the list of all runs")
                    .doesNotContain("route", address);
        }
    }

    @Test
    void stopsAskingOnceTheLastOfTheLogHasHadItsTime() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        go("runs/" + run);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(5_000);

        box().report(run, RunnerEvent.APPLY_FINISHED);
        poll();

        assertThat(text()).contains("applied");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(5_000);

        box().clock().advance(Duration.ofMinutes(2));
        box().logs().append(run, 0, "the last of it".getBytes(StandardCharsets.UTF_8), box().runner());
        poll();
        assertThat(text()).contains("the last of it");

        box().clock().advance(Duration.ofSeconds(1));
        poll();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(RunStatus.class)
    void offersTheForceOnlyWhereItIsAllowed(RunStatus status) {
        RunId run = box().bring("acme", "network", status);

        go("runs/" + run);

        assertThat($view(NativeButton.class).withText("Force to errored…").exists())
                .isEqualTo(!status.isFinal());
    }

    @Test
    void saysThatARunDoesNotExist() {
        go("runs/run-2222222222222222");
        assertThat(text()).contains("Not found", "There is no run run-2222222222222222.");

        go("runs/nonsense");
        assertThat(text()).contains("There is no run nonsense.");
    }
}
