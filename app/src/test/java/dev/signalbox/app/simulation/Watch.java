package dev.signalbox.app.simulation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator who asks each second which runs need attention, and has a webhook that is told of them. */
final class Watch implements AutoCloseable {

    private static final String LIST =
            "/api/v2/admin/runs?filter%5Bstatus_group%5D=needs_attention" + "&page%5Bsize%5D=100&page%5Bnumber%5D=";

    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final HttpServer webhook;

    Watch() throws IOException {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", this::take);
        webhook.start();
    }

    /** What was found at one time: the evidence by the run's ID. */
    record Look(Span span, Map<String, Evidence> found) {}

    /** Why a run needs attention. */
    record Evidence(String kind, String sentence) {}

    /** How a server is to be started so that it tells the webhook. */
    Map<String, String> environment() {
        return Map.of(
                "SIGNALBOX_WEBHOOK_URL",
                        "http://127.0.0.1:" + webhook.getAddress().getPort() + "/",
                "SIGNALBOX_WEBHOOK_SECRET", "a secret of the simulation",
                "SIGNALBOX_WEBHOOK_NETWORKS", "127.0.0.0/8");
    }

    List<Look> looks() {
        return looks;
    }

    /** When the webhook was told of a run first, by {@link System#nanoTime()}, by the run's ID. */
    Map<String, Long> told() {
        return told;
    }

    /** Asks until it is interrupted. */
    void ask(Line people, Course course) throws InterruptedException {
        while (true) {
            look(people);
            course.sleep(Duration.ofSeconds(1));
        }
    }

    @Override
    public void close() {
        webhook.stop(0);
    }

    /** Reads all pages; nothing is kept of a look that was not answered to its end. */
    private void look(Line people) throws InterruptedException {
        Map<String, Evidence> found = new HashMap<>();
        long sent = System.nanoTime();
        for (int page = 1; page > 0; ) {
            Line.Reply reply = people.get(LIST + page);
            if (reply == null) {
                return;
            }
            JsonNode document = reply.expect(200).document();
            for (JsonNode run : document.at("/data")) {
                JsonNode attention = run.at("/attributes/signalbox-attention");
                found.put(
                        run.at("/id").asString(),
                        new Evidence(
                                attention.at("/kind").asString(""),
                                attention.at("/sentence").asString("")));
            }
            page = document.at("/meta/pagination/next-page").asInt(0);
        }
        looks.add(new Look(new Span(sent, System.nanoTime()), found));
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        if (body.at("/notifications/0/trigger").asString("").equals("signalbox:needs_attention")) {
            told.putIfAbsent(body.at("/run_id").asString(), System.nanoTime());
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
