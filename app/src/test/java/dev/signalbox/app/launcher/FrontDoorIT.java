package dev.signalbox.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.postgres.DataDirectory;
import dev.signalbox.app.postgres.EmbeddedPostgres;
import dev.signalbox.rest.testing.OpenApiCheck;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who and what gets past the door; over a database of the operator's own. */
class FrontDoorIT {

    private static final String PASSWORD = "a password for this test";

    private static final String WARNING =
            "Warning: Without TLS, passwords and tokens cross the network in the clear: give"
                    + " --tls-certificate and --tls-key, or listen on 127.0.0.1 behind a proxy that has them.";

    @TempDir
    private static Path scratch;

    private static EmbeddedPostgres postgres;
    private static Map<String, String> environment;
    private static Launched server;
    private static URI url;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.of(new DataDirectory(scratch.resolve("elsewhere")).prepare());
        var address = postgres.start(_ -> {});
        var file = Files.writeString(scratch.resolve("password"), PASSWORD + "\n");
        environment = new HashMap<>(Map.of(
                "SIGNALBOX_DATABASE_URL", address.url(),
                "SIGNALBOX_DATABASE_USER", address.user(),
                "SIGNALBOX_DATABASE_PASSWORD", address.password(),
                "SIGNALBOX_DATA_DIR", scratch.resolve("data").toString(),
                "SIGNALBOX_ADMIN_PASSWORD_FILE", file.toString(),
                "SIGNALBOX_RATE_LIMIT", "0",
                "SIGNALBOX_PORT", "0"));
        server = startForTheNetwork(true);
        var found = Pattern.compile("http://localhost:(\\d+)").matcher(server.out());
        assertThat(found.find()).isTrue();
        url = URI.create("http://127.0.0.1:" + found.group(1));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
        postgres.close();
    }

    @Test
    void saysInRedThatTheNetworkSeesPasswords() throws Exception {
        assertThat(server.err().lines()).contains("\u001b[31m" + WARNING + "\u001b[0m");
    }

    @Test
    void saysItWithoutColourWhereNobodySitsAtATerminal() throws Exception {
        try (var another = startForTheNetwork(false)) {
            assertThat(another.err().lines()).contains(WARNING);
            assertThat(another.err()).doesNotContain("\u001b");
        }
    }

    @Test
    void keepsNothingOnTheDiskWithADatabaseElsewhere() {
        assertThat(scratch.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer sbx_nonsense", "Basic YTpi", "Bearer a b"})
    void asksForATokenBeforeItLooksAtPathOrMethod(String authorization) throws Exception {
        for (var path : new String[] {"/api/v2/admin/runs", "/api/v2/runs/run-x", "/api/nonesuch", "/api"}) {
            for (var method : new String[] {"GET", "POST", "DELETE"}) {
                var request = HttpRequest.newBuilder(url.resolve(path)).method(method, BodyPublishers.noBody());
                var answer = send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(401);
                assertJsonApi(answer);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/ping, application/vnd.api+json",
        "/.well-known/terraform.json, application/json",
        "/api/signalbox/v1/openapi.json, application/json",
        "/api/signalbox/v1/openapi.yaml, application/yaml",
        "/docs, text/html;charset=utf-8",
        "/docs/swagger-ui-bundle.js, text/javascript;charset=utf-8"
    })
    void answersThoseWithoutAToken(String path, String type) throws Exception {
        var answer = send(HttpRequest.newBuilder(url.resolve(path)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    }

    @Test
    void handsOutTheRunnerScriptThatLiesInBin() throws Exception {
        var answer = send(HttpRequest.newBuilder(url.resolve("/signalbox-run")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readString(Path.of("..", "bin", "signalbox-run")));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/x-shellscript");
    }

    @Test
    void refusesATokenFromTheMomentItIsRevoked() throws Exception {
        var token = command("token", "create", "--role", "support", "--name", "gone", "--quiet");
        var request = HttpRequest.newBuilder(url.resolve(
                        "/api/v2/admin/runs?page[size]=1".replace("[", "%5B").replace("]", "%5D")))
                .header("Authorization", "bearer " + token);
        assertThat(send(request).statusCode()).isEqualTo(200);

        var id = Pattern.compile("(at-\\w+) +gone ").matcher(command("token", "list"));
        assertThat(id.find()).isTrue();
        command("token", "revoke", id.group(1));

        assertThat(send(request).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/%00 HTTP/1.1",
                "GET /api/v2/runs/%zz HTTP/1.1",
                "GET /api/v2/runs/a;b=c HTTP/1.1",
                "GET /api/v2/runs/%2e%2e%2f HTTP/1.1",
                "GET /api/v2/{x} HTTP/1.1",
                "GET /api/v2/runs HTTP/9.9",
                "NONSENSE"
            })
    void answersEvenWhatTomcatRefusesWithADocument(String requestLine) throws Exception {
        var answer = raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|401|404|505) .*");
        assertThat(answer).contains("Content-Type: application/vnd.api+json", "{\"errors\":[{\"status\":\"");
        assertThat(answer).doesNotContain("Tomcat", "Exception", "<html");
    }

    @Test
    void takesNoRequestIdFromOutside() throws Exception {
        var answer = send(HttpRequest.newBuilder(url.resolve("/api/v2/ping")).header("X-Request-Id", "mine"));

        assertThat(answer.headers().firstValue("X-Request-Id")).get().isNotEqualTo("mine");
    }

    @Test
    void signsAPersonInWithANewSession() throws Exception {
        var answer = signIn(Map.of(), PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("login");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void refusesAWrongPasswordAndOneThatAnotherSiteSends() throws Exception {
        assertThat(signIn(Map.of(), "wrong").headers().firstValue("Location").orElseThrow())
                .endsWith("/login?error");
        assertThat(signIn(Map.of("Sec-Fetch-Site", "cross-site"), PASSWORD).statusCode())
                .isEqualTo(403);
        assertThat(signIn(Map.of("Origin", "https://evil.example"), PASSWORD).statusCode())
                .isEqualTo(403);
        assertThat(signIn(Map.of("Origin", url.toString()), PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void guardsThePortalAgainstFramesAndForeignScripts() throws Exception {
        var page = send(HttpRequest.newBuilder(url.resolve("/login")));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void letsThePageOfTheApiRunNoScriptFromElsewhereOrWithin() throws Exception {
        var page = send(HttpRequest.newBuilder(url.resolve("/docs")));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static HttpResponse<String> signIn(Map<String, String> headers, String password) throws Exception {
        var request = HttpRequest.newBuilder(url.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=admin&password=" + password.replace(' ', '+')));
        headers.forEach(request::header);
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            OpenApiCheck.check(answer);
            return answer;
        }
    }

    /** Over the same database, listening on all of this machine's addresses and without TLS. */
    private static Launched startForTheNetwork(boolean atATerminal) throws Exception {
        var here = new HashMap<>(environment);
        here.put("SIGNALBOX_LISTEN", "0.0.0.0");
        here.put("JAVA_TOOL_OPTIONS", "-Dsignalbox.terminal=" + atATerminal);
        var started = Launched.start(scratch, here, "start");
        started.awaitOutput("Next: ");
        started.awaitStep("Warning: ");
        return started;
    }

    private static void assertJsonApi(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.api+json");
        assertThat(answer.body()).startsWith("{\"errors\":[{\"status\":\"" + answer.statusCode() + "\"");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            OpenApiCheck.check(
                    request, answer.substring(0, end), answer.substring(end + 4).getBytes(StandardCharsets.UTF_8));
            return answer;
        }
    }

    private static String command(String... arguments) throws Exception {
        try (var command = Launched.start(scratch, environment, arguments)) {
            assertThat(command.exitCode()).as(command.err()).isZero();
            return command.out().strip();
        }
    }
}
