package dev.signalbox.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signalbox.app.edge.AddressRanges;
import dev.signalbox.domain.port.out.Courier.Undelivered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookCourierTest {

    private static final String SECRET = "a secret for the tests";

    private record Received(HttpExchange exchange, byte[] body) {
        String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }
    }

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private HttpServer server;
    private int status = 204;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new Received(exchange, exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void postsWhatHappenedSigned() {
        assertThat(deliver("http://127.0.0.1:" + port() + "/hook?room=1", "127.0.0.1"))
                .isEmpty();

        var got = received.remove();
        assertThat(got.exchange().getRequestMethod()).isEqualTo("POST");
        assertThat(got.exchange().getRequestURI()).hasToString("/hook?room=1");
        assertThat(got.header("Content-Type")).startsWith("application/json");
        assertThat(got.header("Signalbox-Delivery")).isEqualTo("7");
        assertThat(got.header("X-TFE-Notification-Signature"))
                .hasSize(128)
                .isEqualTo(WebhookBody.signature(got.body(), SECRET));
        JsonNode body = JsonMapper.shared().readTree(got.body());
        assertThat(body.path("payload_version").intValue()).isEqualTo(1);
        assertThat(body.path("run_url").stringValue())
                .isEqualTo("https://signalbox.example.com/runs/run-1111111111111111");
        assertThat(body.path("organization_name").stringValue()).isEqualTo("acme");
        assertThat(body.path("workspace_name").stringValue()).isEqualTo("network");
        assertThat(body.at("/notifications/0/trigger").stringValue()).isEqualTo("signalbox:forced");
        assertThat(body.at("/notifications/0/run_status").stringValue()).isEqualTo("errored");
        assertThat(body.at("/notifications/0/run_updated_by").stringValue()).isEqualTo("ada");
        assertThat(body.at("/notifications/0/message").stringValue())
                .isEqualTo("ada forced it from applying to errored: =cmd \"now\"");
    }

    /** RFC 4231, test case 2. */
    @Test
    void signsWithHmacOfSha512() {
        assertThat(WebhookBody.signature("what do ya want for nothing?".getBytes(), "Jefe"))
                .isEqualTo("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                        + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 404, 500, 503})
    void failsAtAnyOtherAnswerAndFollowsNoRedirection(int answered) {
        status = answered;

        assertThat(deliver("http://127.0.0.1:" + port() + "/secret-path", "127.0.0.1"))
                .hasValueSatisfying(problem ->
                        assertThat(problem).contains("answered " + answered).doesNotContain("secret"));
        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "127.1.2.3", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void doesNotReachThisMachineUnlessItIsAllowed(String host) {
        assertThat(deliver("http://" + host + ":" + port() + "/", "10.0.0.0/8"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("inside a network"));
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "224.0.0.1",
                "255.255.255.255", "[fe80::1]", "[fd00::1]", "[ff02::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::]"
            })
    void reachesNothingInsideANetwork(String host) {
        assertThat(deliver("http://" + host + ":9/", ""))
                .hasValueSatisfying(problem -> assertThat(problem).contains("inside a network"));
    }

    @Test
    void saysThatNobodyIsThere() {
        int port = port();
        server.stop(0);

        assertThat(deliver("http://127.0.0.1:" + port + "/", "127.0.0.0/8"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("cannot be reached"));
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static Optional<String> deliver(String url, String allowed) {
        var webhook = new Webhook(URI.create(url), SECRET, AddressRanges.parse(allowed));
        var settings = new NotificationSettings(
                Optional.of(webhook), Optional.empty(), Optional.of(URI.create("https://signalbox.example.com/")));
        return settings.couriers()
                .getFirst()
                .deliver(List.of(Notifications.forced(7, "=cmd \"now\"")))
                .map(Undelivered::why);
    }
}
