package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** An administrator at a terminal finds a run, ends it, and sees its process go. */
@ExtendWith(SharedSignalbox.class)
@Timeout(180)
class TerminalIT {

    private static final String ORGANIZATION = "terminal";

    private final Signalbox signalbox;
    private final String admin;

    TerminalIT(Signalbox signalbox) {
        this.signalbox = signalbox;
        this.admin = signalbox.token("site-admin");
    }

    @Test
    void findsARunEndsItAndSeesItsProcessGo() throws IOException, InterruptedException {
        String workspace = ScriptedRun.workspace(signalbox.as("site-admin"), ORGANIZATION, "network");
        ScriptedRun run =
                ScriptedRun.submit(signalbox.as("user"), workspace).report(signalbox.as("runner"), "plan-started");

        var list = JsonMapper.shared()
                .readTree(ask(0, admin, "runs", "list", "--status", "planning", "-q", ORGANIZATION, "--json"));
        assertThat(list.valueStream().map(one -> one.path("id").asString())).containsExactly(run.id());
        assertThat(list.at("/0/meta/workspace").asString()).isEqualTo("network");
        assertThat(ask(0, admin, "runs", "list", "-q", ORGANIZATION))
                .contains(run.id() + "  planning", ORGANIZATION + "/network");
        assertThat(ask(0, admin, "runs", "show", run.id())).contains("planning since", "a journey", "forced to an end");

        Process watching = signalbox.ask(admin, "runs", "watch", run.id());
        String[] force = {"runs", "cancel", run.id(), "--reason", "hangs since noon", "--yes"};
        assertThat(ask(1, signalbox.token("support"), force)).contains("refused with 404");
        assertThat(ask(1, "at-1.nonsense", force)).contains("refused with 401");
        assertThat(ask(0, admin, force)).isEqualToIgnoringNewLines(run.id() + " is errored");
        assertThat(ask(1, admin, force)).contains("refused with 409", "has ended already");

        String[] audit = {"audit", "list", "--run", run.id(), "--action", "run-forced-to-errored"};
        assertThat(ask(0, admin, audit)).contains(ORGANIZATION + "/network", "planning > errored", "hangs since noon");
        assertThat(ask(0, admin, "audit", "export", "--format", "csv", "--run", run.id()))
                .startsWith("\"id\",\"created-at\",\"action\",")
                .contains("hangs since noon");

        run.report(signalbox.as("runner"), "stopping", "gone");
        assertThat(outcome(3, watching)).contains("errored", "the planning process: gone");
    }

    @Test
    void writesUtf8WhereNoLocaleAsksForIt() throws IOException, InterruptedException {
        String workspace = ScriptedRun.workspace(signalbox.as("site-admin"), "terminal-locale", "network");
        String run = ScriptedRun.submit(signalbox.as("user"), workspace).id();
        signalbox
                .as("site-admin")
                .post("/api/v2/admin/runs/" + run + "/actions/cancel", "{\"comment\": \"hängt …\"}")
                .expect(200);

        assertThat(ask(0, admin, "audit", "list", "--run", run)).contains("hängt …");
    }

    @Test
    void endsManyFollowsThemAndAccountsForEach() throws IOException, InterruptedException {
        String organization = "terminal-bulk";
        String workspace = ScriptedRun.workspace(signalbox.as("site-admin"), organization, "network");
        String first = ScriptedRun.submit(signalbox.as("user"), workspace).id();
        String second = ScriptedRun.submit(signalbox.as("user"), workspace).id();
        Process watching = signalbox.ask(admin, "runs", "watch", "--group", "non_final");
        try (var seen = watching.inputReader()) {
            awaitLine(seen, first + " " + organization + "/network pending");

            String[] start = {
                "bulk", "start", "--organization", organization, "--reason", "provider is down", "--wait", "--json"
            };
            assertThat(ask(1, admin, with(start, "--expected-count", "3"))).contains("count_differs");
            var ended = JsonMapper.shared().readTree(ask(0, admin, with(start, "--expected-count", "2")));
            assertThat(ended.at("/attributes/state").asString()).isEqualTo("finished");
            String bulk = ended.path("id").asString();

            assertThat(ask(0, admin, "bulk", "show", bulk)).contains("2 ended", "provider is down");
            assertThat(ask(0, admin, "bulk", "outcomes", bulk, "--outcome", "ended"))
                    .contains(first, second);
            assertThat(ask(0, admin, "bulk", "export", bulk, "--format", "csv").lines())
                    .hasSize(3)
                    .filteredOn(line -> line.contains(first) || line.contains(second))
                    .allMatch(line -> line.contains("ended") && line.contains("pending"))
                    .hasSize(2);
            awaitLine(seen, first + " is not non_final any more");
        } finally {
            watching.destroy();
        }
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
    }

    private static void awaitLine(BufferedReader lines, String wanted) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.endsWith(wanted)) {
            line = lines.readLine();
        }
        assertThat(line).as("the line that ends with %s", wanted).isNotNull();
    }

    private String ask(int code, String token, String... arguments) throws IOException, InterruptedException {
        return outcome(code, signalbox.ask(token, arguments));
    }

    private static String outcome(int code, Process command) throws IOException, InterruptedException {
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
        assertThat(command.exitValue()).as(output).isEqualTo(code);
        return output;
    }
}
