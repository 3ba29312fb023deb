package dev.signalbox.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.edge.Certificates;
import dev.signalbox.app.edge.TlsFiles;
import dev.signalbox.rest.testing.OpenApiCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with a certificate, a rate limit and a proxy in front, as it is met from outside. */
class EdgeIT {

    private static final String PASSWORD = "a password for this test";
    private static final String LIST = "/api/v2/admin/runs?page%5Bsize%5D=1";

    /** Not where the test's other requests come from, and yet this machine. */
    private static final String PROXY = "127.0.0.2";

    private static final Map<String, String> FORWARDED = Map.of(
            "X-Forwarded-For", "203.0.113.9:50123",
            "X-Forwarded-Proto", "http",
            "X-Forwarded-Host", "signalbox.example:81");

    @TempDir
    private static Path scratch;

    private static TlsFiles own;
    private static TlsFiles renewed;
    private static SSLContext believing;
    private static Launched server;
    private static URI url;
    private static String admin;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        own = Certificates.make(scratch, "own", "EC", 1);
        renewed = Certificates.make(scratch, "renewed", "EC", 1);
        believing = Certificates.context(own);
        Files.writeString(scratch.resolve("password"), PASSWORD + "\n");
        var start = "start --listen 0.0.0.0 --tls-certificate " + own.certificate() + " --tls-key " + own.key()
                + " --rate-limit 4 --trusted-proxies " + PROXY;
        server = launch(start.split(" "));
        server.awaitOutput("Next: ");
        var found = Pattern.compile("https://localhost:(\\d+)").matcher(server.out());
        assertThat(found.find()).isTrue();
        url = URI.create("https://127.0.0.1:" + found.group(1));
        admin = token("site-admin");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void hasNothingToWarnOfWhereTheNetworkSeesTls() throws Exception {
        assertThat(server.err()).contains("Starting the application").doesNotContain("Warning");
    }

    @Test
    void refusesATokenThatAsksTooOftenAndNoOther() throws Exception {
        var hasty = token("support");
        var answer = flood(get(LIST, hasty), 60);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(header(answer, "Retry-After")).matches("[1-9]\\d*");
        assertThat(header(answer, "X-RateLimit-Limit")).isEqualTo("4");
        assertThat(Double.parseDouble(header(answer, "X-RateLimit-Reset"))).isPositive();
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .at("/errors/0/status")
                        .stringValue())
                .isEqualTo("429");
        assertThat(send("127.0.0.1", get(LIST, token("support"))).statusCode()).isEqualTo(200);
        assertThat(flood(get("/api/v2/ping", hasty), 20).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesNoRunnerHoweverOftenItReports() throws Exception {
        var report = HttpRequest.newBuilder(url.resolve("/api/signalbox/v1/runs/run-1111111111111111/reports"))
                .header("Authorization", "Bearer " + token("runner"))
                .header("Content-Type", "application/vnd.api+json")
                .POST(BodyPublishers.ofString("{\"number\": 1, \"event\": \"plan-started\"}"));

        assertThat(flood(report, 60).statusCode()).isEqualTo(404);
    }

    @Test
    void believesTheProxyAndNobodyElse() throws Exception {
        var token = token("site-admin");

        assertThat(self(PROXY, token)).startsWith("http://signalbox.example:81/api/v2/admin/runs?");
        assertThat(self("127.0.0.1", token)).startsWith(url + "/api/v2/admin/runs?");
        assertThat(addressOfChange(PROXY, token)).isEqualTo("203.0.113.9");
        assertThat(addressOfChange("127.0.0.1", token)).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsBrowsersToHttps() throws Exception {
        var answer = send(
                "127.0.0.1",
                HttpRequest.newBuilder(url.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=admin&password=" + PASSWORD.replace(' ', '+'))));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Set-Cookie")).contains("; Secure", "; HttpOnly");
        assertThat(header(answer, "Strict-Transport-Security"))
                .matches("max-age=\\d{8,}.*")
                .doesNotContain("includeSubDomains");
        assertThat(header(send("127.0.0.1", get("/api/v2/ping", admin)), "Strict-Transport-Security"))
                .startsWith("max-age=");
    }

    @Test
    void asksAsAClientOnlyAServerWhoseCertificateIsBelieved() throws Exception {
        var asking = new HashMap<>(Map.of("SIGNALBOX_URL", url.toString(), "SIGNALBOX_TOKEN", token("site-admin")));
        try (var command = Launched.start(scratch, asking, "runs", "list")) {
            assertThat(command.exitCode()).isEqualTo(4);
            assertThat(command.out()).isEmpty();
            assertThat(command.err().strip().lines())
                    .singleElement()
                    .asString()
                    .startsWith("signalbox: the server at " + url + " is away (no trust in its certificate");
        }
        asking.put("SSL_CERT_FILE", own.certificate().toString());
        try (var command = Launched.start(scratch, asking, "runs", "list", "--json")) {
            assertThat(command.exitCode()).as(command.err()).isZero();
            assertThat(JsonMapper.shared().readTree(command.out()).isArray()).isTrue();
        }
    }

    @Test
    void takesUpRenewedFilesAndNotHalfOfThem() throws Exception {
        var before = Files.readString(own.certificate());
        var key = Files.readString(own.key());
        try {
            Files.copy(renewed.key(), own.key(), StandardCopyOption.REPLACE_EXISTING);
            server.awaitOutput("SSL reload error");
            assertThat(served(own)).isTrue();

            Files.copy(renewed.certificate(), own.certificate(), StandardCopyOption.REPLACE_EXISTING);
            for (int tries = 0; tries < 300 && !served(renewed); tries++) {
                Thread.sleep(100);
            }
            assertThat(served(renewed)).isTrue();
        } finally {
            Files.writeString(own.key(), key);
            Files.writeString(own.certificate(), before);
        }
    }

    /** Whether a client that believes the certificate in those files and no other gets an answer. */
    private static boolean served(TlsFiles files) throws Exception {
        var context = files == renewed ? Certificates.context(renewed) : believing;
        try (var http = HttpClient.newBuilder().sslContext(context).build()) {
            var answer = http.send(get("/api/v2/ping", admin).build(), BodyHandlers.discarding());
            var certificate =
                    (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName().contains(files == renewed ? "renewed" : "own");
        } catch (javax.net.ssl.SSLException e) {
            return false;
        }
    }

    private static String self(String from, String token) throws Exception {
        var list = get(LIST, token);
        FORWARDED.forEach(list::header);
        return json(send(from, list), 200).at("/links/self").stringValue();
    }

    /** The address that the audit has of a change that somebody makes from there. */
    private static String addressOfChange(String from, String token) throws Exception {
        var name = "edge-" + NUMBER.incrementAndGet();
        var change = get("/api/v2/organizations", token)
                .header("Content-Type", "application/vnd.api+json")
                .POST(BodyPublishers.ofString("{\"data\": {\"type\": \"organizations\", \"attributes\": {\"name\": \""
                        + name + "\", \"email\": \"a@example.com\"}}}"));
        FORWARDED.forEach(change::header);
        json(send(from, change), 201);
        var events = send("127.0.0.1", get("/api/signalbox/v1/admin/audit-events?page%5Bsize%5D=1", token));
        return json(events, 200).at("/data/0/attributes/address").stringValue();
    }

    /** Of a token that nobody has used yet, so that all of its requests are left. */
    private static String token(String role) throws Exception {
        try (var command =
                launch("token", "create", "--role", role, "--name", "edge-" + NUMBER.incrementAndGet(), "--quiet")) {
            assertThat(command.exitCode()).as(command.err()).isZero();
            return command.out().strip();
        }
    }

    /** The first answer that refuses, or the last. */
    private static HttpResponse<String> flood(HttpRequest.Builder request, int times) throws Exception {
        try (var http = HttpClient.newBuilder().sslContext(believing).build()) {
            var answer = checked(http.send(request.build(), BodyHandlers.ofString()));
            for (int i = 1; i < times && answer.statusCode() != 429; i++) {
                answer = checked(http.send(request.build(), BodyHandlers.ofString()));
            }
            return answer;
        }
    }

    private static HttpRequest.Builder get(String path, String token) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(String from, HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(from))
                .sslContext(believing)
                .build()) {
            return checked(http.send(request.build(), BodyHandlers.ofString()));
        }
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) {
        OpenApiCheck.check(answer);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Launched launch(String... arguments) throws IOException {
        return Launched.start(
                scratch,
                Map.of(
                        "SIGNALBOX_DATA_DIR",
                        scratch.resolve("data").toString(),
                        "SIGNALBOX_ADMIN_PASSWORD_FILE",
                        scratch.resolve("password").toString(),
                        "SIGNALBOX_PORT",
                        "0",
                        // So long a renewal waits for a second file; usually it is ten seconds.
                        "SPRING_SSL_BUNDLE_WATCH_FILE_QUIETPERIOD",
                        "500ms"),
                arguments);
    }
}
