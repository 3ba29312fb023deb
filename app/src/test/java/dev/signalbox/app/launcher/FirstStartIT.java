package dev.signalbox.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An installation from its first start on. */
@Execution(ExecutionMode.CONCURRENT)
class FirstStartIT {

    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Pattern PASSWORD = Pattern.compile("^ {4}(\\S+)$", Pattern.MULTILINE);

    @TempDir
    Path scratch;

    private Path data;

    @BeforeEach
    void chooseFolder() {
        data = scratch.resolve("data");
    }

    @Test
    void showsThePasswordOnceAndServesUntilItIsStopped() throws Exception {
        try (var server = launch(Map.of(), "start")) {
            server.awaitOutput("Next: ");
            var password = find(PASSWORD, server.out());
            assertThat(everythingKeptAsText()).doesNotContain(password);
            assertThat(server.err()).doesNotContain(password);
            assertThat(server.out().strip().lines().toList().getLast()).contains("bin/signalbox token create");
            assertThat(server.out().split(Pattern.quote(password), -1)).hasSize(2);

            var token = run(0, "token", "create", "--role", "support", "--name", "me", "--quiet");
            assertThat(status(URI.create(urlOf(server)), token)).isEqualTo(200);
            assertThat(server.err()).doesNotContain("Warning");
            assertSecondStartIsRefused();

            server.terminate();
            server.exitCode();
            assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
        }
        try (var server = launch(Map.of(), "start")) {
            server.awaitOutput("Next: ");
            assertThat(server.out()).doesNotContain("password");
        }
    }

    @Test
    void handsOutTokensWhileItDoesNotRun() throws Exception {
        var created = run(0, "token", "create", "--role", "runner", "--name", "ci", "--expires", "90d");
        assertThat(created).contains("sbx_", "valid until", "only this once");
        var id = find(Pattern.compile("(at-[A-Za-z0-9]+)"), created);

        assertThat(run(0, "token", "revoke", id)).contains(id);
        assertThat(run(0, "token", "list")).contains(id, "ci", "runner").doesNotContain("sbx_");
        assertThat(run(1, "token", "create", "--role", "user", "--name", "ci", "--quiet"))
                .isEmpty();
        assertThat(run(1, "token", "revoke", "at-1111111111111111")).isEmpty();
        assertThat(run(1, "account", "reset", "nobody")).isEmpty();
        assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void takesTheFirstPasswordFromAFile() throws Exception {
        var file = scratch.resolve("password");
        var setting = Map.of("SIGNALBOX_ADMIN_PASSWORD_FILE", file.toString());
        try (var server = launch(setting, "start")) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(lastLine(server.err())).contains(file.toString(), "cannot be read");
        }
        Files.writeString(file, "short\n");
        try (var server = launch(setting, "start")) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(lastLine(server.err())).contains(file.toString(), "15");
            assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
        }
        Files.writeString(file, "long enough for anybody\n");
        try (var server = launch(setting, "start")) {
            server.awaitOutput("Next: ");
            assertThat(server.out()).doesNotContain("long enough for anybody", "password");
        }
        Files.delete(file);
        try (var server = launch(setting, "start")) {
            server.awaitOutput("Next: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Making a database", "Starting PostgreSQL", "Starting the application"})
    void leavesNoPostgresBehindWhenItIsStoppedWhileStarting(String step) throws Exception {
        try (var server = launch(Map.of(), "start")) {
            server.awaitStep(step);
            server.terminate();
            server.exitCode();
            assertThat(data.resolve("postgres/data/postmaster.pid"))
                    .as(server.err())
                    .doesNotExist();
        }
        assertNothingRunsOn();
    }

    /** PostgreSQL's logger ends a moment after all others. */
    private void assertNothingRunsOn() {
        assertThat(ProcessHandle.allProcesses().filter(this::isOfTheInstallation))
                .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    private boolean isOfTheInstallation(ProcessHandle process) {
        return process.info()
                .command()
                .filter(path -> path.startsWith(data.toString()))
                .isPresent();
    }

    private void assertSecondStartIsRefused() throws Exception {
        try (var second = launch(Map.of(), "start")) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err().strip().lines())
                    .containsExactly("signalbox: Signalbox runs already on the data directory " + data + ".");
        }
    }

    private Launched launch(Map<String, String> more, String... arguments) throws IOException {
        var environment = new java.util.HashMap<>(more);
        environment.put("SIGNALBOX_DATA_DIR", data.toString());
        environment.put("SIGNALBOX_PORT", "0");
        return Launched.start(scratch, environment, arguments);
    }

    private String run(int exitCode, String... arguments) throws Exception {
        try (var command = launch(Map.of(), arguments)) {
            assertThat(command.exitCode()).as(command.err()).isEqualTo(exitCode);
            return command.out().strip();
        }
    }

    private static String urlOf(Launched server) throws IOException {
        return find(URL, server.out());
    }

    private static String find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.groupCount() == 0 ? found.group() : found.group(1);
    }

    private static String lastLine(String text) {
        return text.strip().lines().toList().getLast();
    }

    private static int status(URI server, String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.resolve("/api/v2/admin/runs"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    /** Logs and small files; the database's own files hold a hash at most. */
    private String everythingKeptAsText() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log"))
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
