package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is to be told is told, however long they cannot be reached. */
class NotificationIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void tellsOfAForcedEndOnceTheReceiversAreThereEvenAfterAKill() throws Exception {
        int webhookPort = Signalbox.freePort();
        int mailPort = Signalbox.freePort();
        GreenMail mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try (Signalbox signalbox = Signalbox.start(environment(webhookPort, mailPort))) {
            var admin = signalbox.as("site-admin");
            String workspace = ScriptedRun.workspace(admin, "acme", "network");
            String run = ScriptedRun.submit(signalbox.as("user"), workspace).id();
            admin.post("/api/v2/admin/runs/" + run + "/actions/cancel", "{\"comment\": \"provider outage\"}")
                    .expect(200);
            Await.until(LIMIT, () -> output(signalbox), log -> log.contains("Notifications for webhook not delivered"));
            signalbox.killHard();

            List<JsonNode> received = new CopyOnWriteArrayList<>();
            HttpServer webhook = receive(webhookPort, received);
            mail.start();
            try {
                signalbox.restart();
                Await.until(LIMIT, received::size, size -> size > 0);
                assertThat(mail.waitForIncomingEmail(LIMIT.toMillis(), 1)).isTrue();
                assertThat(mail.getReceivedMessages()).hasSize(1);
                assertThat(mail.getReceivedMessages()[0].getContent().toString())
                        .contains(run);
                assertTellsOfARunThatNeedsAttention(signalbox, workspace, received, mail);
            } finally {
                webhook.stop(0);
                mail.stop();
            }
            assertThat(received).hasSize(2);
            assertThat(received.getFirst().path("run_id").stringValue()).isEqualTo(run);
            assertThat(received.getFirst().at("/notifications/0/message").stringValue())
                    .endsWith(" forced it from pending to errored: provider outage");
            assertThat(output(signalbox)).doesNotContain("secret-path").doesNotContain("a secret of the journey");
        }
    }

    /** No runner has been heard of for it, and the limit of that is a second now. */
    private static void assertTellsOfARunThatNeedsAttention(
            Signalbox signalbox, String workspace, List<JsonNode> received, GreenMail mail) throws Exception {
        signalbox
                .as("site-admin")
                .patch("/api/signalbox/v1/admin/settings", """
                {"data": {"type": "settings", "attributes": {"no-runner-seconds": 1, "heartbeat-lost-seconds": 1}}}""")
                .expect(200);
        String run = ScriptedRun.submit(signalbox.as("user"), workspace).id();

        Await.until(LIMIT, received::size, size -> size > 1);
        assertThat(received.getLast().path("run_id").stringValue()).isEqualTo(run);
        assertThat(received.getLast().at("/notifications/0/trigger").stringValue())
                .isEqualTo("signalbox:needs_attention");
        assertThat(mail.waitForIncomingEmail(LIMIT.toMillis(), 2)).isTrue();
        assertThat(mail.getReceivedMessages()[1].getContent().toString()).contains(run);
        assertThat(mail.getReceivedMessages()[1].getSubject())
                .isEqualTo("[Signalbox] acme/network: 1 run needs attention");
    }

    private static Map<String, String> environment(int webhookPort, int mailPort) {
        return Map.of(
                "SIGNALBOX_WEBHOOK_URL", "http://127.0.0.1:" + webhookPort + "/secret-path",
                "SIGNALBOX_WEBHOOK_SECRET", "a secret of the journey",
                "SIGNALBOX_WEBHOOK_NETWORKS", "127.0.0.0/8",
                "SIGNALBOX_SMTP_URL", "smtp://127.0.0.1:" + mailPort,
                "SIGNALBOX_MAIL_FROM", "signalbox@example.com",
                "SIGNALBOX_MAIL_TO", "ada@example.com");
    }

    private static String output(Signalbox signalbox) {
        try {
            return signalbox.output();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static HttpServer receive(int port, List<JsonNode> received) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/secret-path", exchange -> {
            received.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
