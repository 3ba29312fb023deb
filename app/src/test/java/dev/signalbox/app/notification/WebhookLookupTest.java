package dev.signalbox.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.signalbox.app.edge.AddressRanges;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.port.out.Courier.Undelivered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names with several addresses. That of 127.0.0.1 alone may be reached, though somebody listens on all of them. */
class WebhookLookupTest {

    private static final String OUTSIDE = "127.0.0.1";
    private static final String INSIDE = "127.0.0.2";
    private static final List<Delivery> ONE = List.of(Notifications.needsAttention(1));

    private final List<String> reached = new CopyOnWriteArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listenOnEveryAddress() throws IOException {
        server = HttpServer.create(new InetSocketAddress(0), 0);
        server.createContext("/", exchange -> {
            reached.add(exchange.getLocalAddress().getAddress().getHostAddress());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void passesByTheAddressesInsideANetwork() {
        assertThat(deliver(List.of(INSIDE, "10.1.2.3", OUTSIDE))).isEmpty();

        assertThat(reached).containsExactly(OUTSIDE);
    }

    @Test
    void connectsToWhatItHasJudgedThoughTheNameMovesOn() {
        assertThat(deliver(List.of(OUTSIDE), List.of(INSIDE))).isEmpty();

        assertThat(reached).containsExactly(OUTSIDE);
        assertThat(asked).containsExactly("hooks.example.com");
    }

    @Test
    void judgesTheNameAnewEachTime() {
        var courier = courier(List.of(OUTSIDE), List.of(INSIDE));
        assertThat(courier.deliver(ONE)).isEmpty();

        assertThat(courier.deliver(ONE))
                .hasValueSatisfying(problem -> assertThat(problem.why()).contains("inside a network"));

        assertThat(reached).containsExactly(OUTSIDE);
    }

    @SafeVarargs
    private Optional<Undelivered> deliver(List<String>... answers) {
        return courier(answers).deliver(ONE);
    }

    /** Whose host is looked up to these answers in turn, and to the last for ever. */
    @SafeVarargs
    private WebhookCourier courier(List<String>... answers) {
        var url = URI.create("http://hooks.example.com:" + server.getAddress().getPort() + "/");
        var webhook = new Webhook(url, "a secret for the tests", AddressRanges.parse(OUTSIDE));
        var settings = new NotificationSettings(Optional.of(webhook), Optional.empty(), Optional.empty());
        return new WebhookCourier(webhook, settings, new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var answer = answers[Math.min(asked.size(), answers.length - 1)];
                asked.add(host);
                return addresses(host, answer);
            }
        });
    }

    private static InetAddress[] addresses(String host, List<String> answer) throws UnknownHostException {
        var addresses = new InetAddress[answer.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.getByAddress(
                    host, InetAddress.getByName(answer.get(i)).getAddress());
        }
        return addresses;
    }
}
