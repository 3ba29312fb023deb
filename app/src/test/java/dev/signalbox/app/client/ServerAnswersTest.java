package dev.signalbox.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client command makes of answers good and bad, and of none. */
class ServerAnswersTest extends ClientFixture {

    private static final String REFUSAL = """
            {"errors": [{"status": "400", "code": "invalid_parameter", "detail": "It must be a time.",
             "source": {"parameter": "filter[from]"}}]}""";

    @TempDir
    Path folder;

    @Test
    void tellsTheServersReasonAndTheParameter() {
        api.answers(400, REFUSAL);

        var ran = run("runs", "list", "--from", "2026-13-24T05:52:16Z");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .isEqualToIgnoringNewLines("signalbox: the server refused with 400: It must be a time. (filter[from])");
    }

    @Test
    void handsScriptsTheServersErrors() {
        api.answers(400, REFUSAL);

        var ran = run("runs", "list", "--json");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(Json.object(ran.err()).orElseThrow().at("/errors/0/code").asString())
                .isEqualTo("invalid_parameter");
    }

    @Test
    void saysWhenTheTokenIsNotAccepted() {
        api.answers(401, "{\"errors\": [{\"status\": \"401\", \"detail\": \"The token is unknown.\"}]}");

        var ran = run("runs", "show", RUN);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("refused with 401: The token is unknown.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | text/html        | <html>Welcome</html>   | is no Signalbox: it says 200 with text/html
            200 | application/json | {"data": [             | is no Signalbox
            200 | application/json | [1]                    | is no Signalbox
            200 | application/json | {"data": []} {}        | is no Signalbox
            403 | text/html        | <html>Forbidden</html> | is no Signalbox: it says 403
            404 | application/json | {"message": "no"}      | is no Signalbox: it says 404
            500 | text/html        | <html>Oops</html>      | is away (it says 500)
            503 | application/json | {"errors": [{"detail": "Starting."}]} | is away (it says 503: Starting.)
            302 | text/html        | <html>Moved</html>     | redirect to http://elsewhere.example/, which is not followed
            """)
    void takesNothingForAnAnswerThatIsNone(int status, String type, String body, String message) {
        api.answers(status, Map.of("Content-Type", type, "Location", "http://elsewhere.example/"), body);

        for (var command : new String[][] {{"runs", "list"}, {"runs", "show", RUN}, {"runs", "watch", RUN}}) {
            var ran = run(command);

            assertThat(ran.code()).as(ran.err()).isEqualTo(4);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains(message).doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void waitsNoLongerThanItsLimit() {
        answerLimit = Duration.ofMillis(300);
        api.answers(0, "");

        var ran = run("runs", "list", "--json");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(Json.object(ran.err()).orElseThrow().at("/errors/0/code").asString())
                .isEqualTo("no_answer");
    }

    @Test
    void saysWhenNobodyListens() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("SIGNALBOX_URL", "http://127.0.0.1:" + free.getLocalPort());
        }

        var ran = run("runs", "list");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("is away (it takes no connection)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\": [", "SSH-2.0-OpenSSH\r\n"})
    void takesHalfAnAnswerForNone(String half) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("SIGNALBOX_URL", "http://127.0.0.1:" + socket.getLocalPort());
            Thread.startVirtualThread(() -> answerHalf(socket, half));

            var ran = run("runs", "list");

            assertThat(ran.code()).isEqualTo(4);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("broke off or is none").doesNotContain("\tat ");
        }
    }

    private static void answerHalf(ServerSocket socket, String half) {
        for (int requests = 0; requests < 5; requests++) {
            try (var peer = socket.accept()) {
                peer.getInputStream().read(new byte[10_000]);
                peer.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void asksAgainWhenItWasToldToWait() {
        api.answers(429, Map.of("Retry-After", "7"), "{\"errors\": []}").answers(page(null, 0));

        var ran = run("runs", "list");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(api.asked()).hasSize(2);
    }

    @Test
    void givesUpWhenItIsAlwaysToldToWait() {
        api.answers(429, "{\"errors\": [{\"detail\": \"Too many requests.\"}]}");

        var ran = run("runs", "list");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("refused with 429: Too many requests.");
        assertThat(api.asked()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''          | there is no token: set SIGNALBOX_TOKEN or SIGNALBOX_TOKEN_FILE
            two words   | the token has a character that no token has
            """)
    void asksNobodyWithoutAToken(String token, String message) {
        environment.put("SIGNALBOX_TOKEN", token);

        var ran = run("runs", "list");

        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains(message).doesNotContain("two words");
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void readsTheTokenFromAFile() throws IOException {
        answer(page(null, 0));
        environment.remove("SIGNALBOX_TOKEN");
        var file = Files.writeString(folder.resolve("token"), "stub.token-1\r\n");
        environment.put("SIGNALBOX_TOKEN_FILE", file.toString());
        assertThat(run("runs", "list").code()).isZero();

        Files.writeString(file, "\n");
        assertThat(run("runs", "list").err()).contains("the file in SIGNALBOX_TOKEN_FILE is empty");

        Files.delete(file);
        assertThat(run("runs", "list"))
                .isEqualTo(new Ran(
                        4, "", "signalbox: the file in SIGNALBOX_TOKEN_FILE cannot be read" + System.lineSeparator()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host",
                "host:8080",
                "http://",
                "http://a b",
                "http://user:secret@host",
                "http://host?x=1",
                "http://host/#x",
                "http://127.0.0.1:99999",
                "http://127.0.0.1:0"
            })
    void refusesWhatIsNoUrlOfAServer(String url) {
        var ran = run("runs", "list", "--url", url);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--url ").doesNotContain("secret");
    }

    @Test
    void sendsNoTokenThroughARedirect() throws IOException {
        try (var elsewhere = new StubApi()) {
            elsewhere.answers(page(null, 0));
            api.answers(307, Map.of("Location", elsewhere.url() + "/"), "");

            assertThat(run("runs", "list").code()).isEqualTo(4);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs",
                "runs list --limit 0",
                "runs list --limit many",
                "runs list --limit 5 --all",
                "runs list --from yesterday",
                "runs list --to 2026-11-24",
                "audit list --from yesterday",
                "audit export --to 2026-11-24T05:52",
                "audit list --action signed-in,foo",
                "audit list --run foo",
                "runs list --group foo",
                "runs list --group active,waiting",
                "runs list --sort foo",
                "runs watch --group foo",
                "bulk outcomes be-1 --outcome failed,foo",
                "runs show",
                "runs show ../admin/runs",
                "runs watch",
                "runs watch run-1 --group active",
                "runs watch run/1",
                "runs cancel run-1",
                "runs cancel --reason why",
                "runs cancel run-1 --reason why",
                "runs cancel run-1?x --reason why --yes",
                "runs cancel run-1 --reason why --yes --wait-limit 0",
                "runs stop"
            })
    void asksNobodyWhenItIsMisused(String arguments) {
        var ran = run(arguments.split(" "));

        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void asksForNoEndWithoutAReason() {
        assertThat(run("runs", "cancel", RUN, "--reason", "  ", "--yes").code()).isEqualTo(2);
        assertThat(run("runs", "cancel", RUN, "--reason", "x".repeat(10_001), "--yes")
                        .code())
                .isEqualTo(2);
        assertThat(api.asked()).isEmpty();
    }
}
