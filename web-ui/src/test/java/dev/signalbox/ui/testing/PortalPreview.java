package dev.signalbox.ui.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.domain.port.in.NewRun;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The portal with some runs in memory, to look at: {@code main}, then sign in as {@code site-admin} or {@code support}
 * with the password {@code password}. The shipped production bundle has to be on the class path.
 */
public final class PortalPreview {

    private static final int PORT = 8099;

    private PortalPreview() {}

    /** Starts it on a port of its own. */
    public static void main(String... arguments) {
        SpringApplication application = new SpringApplication(PortalApplication.class);
        application.setDefaultProperties(Map.of(
                "server.port", Integer.getInteger("port", PORT),
                "server.address", "127.0.0.1",
                "vaadin.launch-browser", "false"));
        start(application.run(arguments));
    }

    private static void start(ConfigurableApplicationContext context) {
        TestSignalbox box = context.getBean(PortalPorts.class).box();
        box.clock().set(Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(30)));
        fill(box);
        Thread.ofPlatform().daemon().start(() -> keepTime(box));
    }

    private static void keepTime(TestSignalbox box) {
        while (!Thread.interrupted()) {
            box.clock().set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static void fill(TestSignalbox box) {
        String[] teams = {"acme", "globex", "initech"};
        String[] places = {"network", "billing-production", "edge-eu-west-1", "identity", "data-lake"};
        RunStatus[] ends = {
            RunStatus.APPLIED,
            RunStatus.APPLIED,
            RunStatus.PLANNED_AND_FINISHED,
            RunStatus.ERRORED,
            RunStatus.DISCARDED,
            RunStatus.CANCELED
        };
        for (int n = 0; n < 130; n++) {
            box.bring(teams[n % 3], places[n % 5], ends[n % 6]);
            box.clock().advance(Duration.ofMinutes(13));
        }
        box.bring("acme", "policies-a", RunStatus.POLICY_OVERRIDE);
        box.bring("acme", "policies-b", RunStatus.POLICY_CHECKING);
        box.bring("acme", "policies-c", RunStatus.POLICY_CHECKED);
        box.clock().advance(Duration.ofMinutes(19));
        RunId silent = box.bring("globex", "held-by-a-silent-runner", RunStatus.APPLYING);
        box.administration()
                .forceErrored(silent, Optional.of("Hangs since 09:12; the CI machine was deleted."), box.admin());
        box.submit("globex", "held-by-a-silent-runner");
        RunId gone = box.bring("globex", "ended-well", RunStatus.APPLYING);
        box.clock().advance(Duration.ofMinutes(1));
        box.administration().forceErrored(gone, Optional.of("Stuck in a local-exec for 40 minutes."), box.admin());
        box.clock().advance(Duration.ofSeconds(3));
        box.report(gone, RunnerEvent.STOPPING);
        box.clock().advance(Duration.ofSeconds(21));
        box.report(gone, RunnerEvent.GONE, new ProcessExit(Optional.of("KILL"), Optional.of(137)));
        NewRun destroy =
                new NewRun(false, true, true, Optional.of("Tear down the staging network after the move to eu-west-1"));
        box.submit("initech", "staging-network", destroy);
        box.clock().advance(Duration.ofMinutes(4));
        box.bring("initech", "waits-for-a-person", RunStatus.PLANNED);
        box.bring("initech", "confirmed", RunStatus.CONFIRMED);
        box.bring("acme", "network-hangs", RunStatus.APPLYING);
        box.submit("acme", "network-hangs");
        box.clock().set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        RunId live = box.bring("acme", "network-live", RunStatus.APPLYING);
        box.reports()
                .heartbeat(live, SignOfLife.of(Optional.of(box.clock().instant()), Optional.of(2_048L)), box.runner());
        print(box, live);
        String[] lines = {"terraform_data.network: Still creating... [5h33m20s elapsed]", "Waiting for the lock."};
        RunId full = box.bring("acme", "log-is-full", RunStatus.APPLYING);
        for (long size = 0; size < RunLog.MAX_SIZE; size += RunLog.MAX_CHUNK) {
            box.logs()
                    .append(
                            full,
                            size,
                            "a line of 32 bytes, but no more\n".repeat(8192).getBytes(UTF_8),
                            box.runner());
        }
        beat(box, full, RunLog.MAX_SIZE + 300_000, lines);
        String early = "terraform_data.network: Creating...\n";
        RunId givenUp = box.bring("acme", "log-was-given-up", RunStatus.APPLYING);
        box.logs().append(givenUp, 0, early.getBytes(UTF_8), box.runner());
        beat(box, givenUp, 9_000, lines);
        RunId begunLate = box.bring("acme", "log-begins-late", RunStatus.APPLYING);
        box.logs().append(begunLate, 0, (early + String.join("\n", lines)).getBytes(UTF_8), box.runner());
        beat(box, begunLate, 9_000, lines);
        beat(box, box.bring("acme", "log-is-not-shared", RunStatus.APPLYING), 4_711, lines);
        box.bring("acme", "planning", RunStatus.PLANNING);
    }

    private static void beat(TestSignalbox box, RunId run, long bytes, String... lines) {
        RunnerProcess process = new RunnerProcess(
                Optional.of("build-7.acme.example"), Optional.of(4711), Optional.of(1), Optional.of(List.of(4711)));
        SignOfLife sign = new SignOfLife(
                Optional.empty(), Optional.of(box.clock().instant()), Optional.of(bytes), process, List.of(lines));
        box.reports().heartbeat(run, sign, box.runner());
    }

    private static void print(TestSignalbox box, RunId run) {
        StringBuilder log = new StringBuilder("\u001b[1mterraform_data.network: Creating...\u001b[0m\n");
        for (int seconds = 10; seconds <= 20_000; seconds += 10) {
            log.append("terraform_data.network: Still creating... [")
                    .append(seconds)
                    .append("s elapsed]\n");
        }
        log.append("<b>One line that is long</b> ")
                .append("0123456789".repeat(40))
                .append('\n');
        byte[] bytes = log.toString().getBytes(UTF_8);
        box.logs().append(run, 0, bytes, box.runner());
    }
}
