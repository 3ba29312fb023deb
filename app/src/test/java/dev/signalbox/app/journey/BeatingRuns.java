package dev.signalbox.app.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many runs under way, each in a workspace of its own, and what their wrappers send: through the public doors. */
final class BeatingRuns {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MOST = Integer.getInteger("under-way", 2_500);

    private static final String LAST_LINES = String.join(
            ",",
            IntStream.rangeClosed(1, 20)
                    .mapToObj(n -> "\"module.network.aws_instance.web[" + n
                            + "]: Still creating... [id=i-0123456789abcdef" + n + ", %1$ss elapsed]\"")
                    .toList());

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    /** A server that cannot keep up is asked less often, and the rate says so. */
    private final Semaphore underWay = new Semaphore(MOST);

    private final Duration waiting;
    private final URI server;
    private final String token;
    private final List<String> ids;
    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder waitedMillis = new LongAdder();

    /**
     * Brings that many runs, half of them to planning and half to applying.
     *
     * @param waiting how long a heartbeat's answer may wait for news
     */
    BeatingRuns(Signalbox signalbox, int count, Duration waiting) {
        this.waiting = waiting;
        this.server = signalbox.url();
        this.token = signalbox.token("runner");
        ids = Stream.iterate(0, from -> from < count, from -> from + 20)
                .flatMap(from -> IntStream.range(from, Math.min(count, from + 20))
                        .mapToObj(n -> CompletableFuture.supplyAsync(
                                () -> bring(n), client.executor().orElseThrow()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .toList();
    }

    private String bring(int n) {
        String id = sent("", """
                {"organization": "beats", "workspace": "w-%1$d", "create": true, "auto-apply": true,
                 "key": "run-of-%1$d"}""".formatted(n))
                .headers()
                .firstValue("Signalbox-Run-Id")
                .orElseThrow();
        sent("/" + id + "/reports", "{\"number\": 1, \"event\": \"plan-started\"}");
        if (n % 2 == 1) {
            sent("/" + id + "/reports", "{\"number\": 2, \"event\": \"plan-finished\", \"has-changes\": true}");
            sent("/" + id + "/reports", "{\"number\": 3, \"event\": \"apply-started\"}");
        }
        return id;
    }

    private HttpResponse<Void> sent(String path, String body) {
        HttpResponse<Void> answer = send(path, body).join();
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return answer;
    }

    private CompletableFuture<HttpResponse<Void>> send(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/signalbox/v1/runs" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=" + waiting.toSeconds())
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding());
    }

    /** Sends the heartbeats of all runs, evenly spread over the interval, for so many intervals. */
    void beat(int intervals, Duration interval, boolean withLines) throws InterruptedException {
        long start = System.nanoTime();
        for (long n = 0; n < (long) intervals * ids.size(); n++) {
            long due = start + n * interval.toNanos() / ids.size();
            long early = due - System.nanoTime();
            if (early > 1_000_000) {
                Thread.sleep(Duration.ofNanos(early));
            }
            int run = (int) (n % ids.size());
            beat(ids.get(run), sign(run, n / ids.size(), withLines));
        }
    }

    /** Waits until each heartbeat has been answered. */
    void awaitAnswers() throws InterruptedException {
        underWay.acquire(MOST);
        underWay.release(MOST);
    }

    private void beat(String id, String sign) throws InterruptedException {
        underWay.acquire();
        long sentAt = System.nanoTime();
        send("/" + id + "/heartbeats", sign).whenComplete((answer, problem) -> {
            waitedMillis.add((System.nanoTime() - sentAt) / 1_000_000);
            (problem == null && answer.statusCode() == 200 ? taken : refused).increment();
            underWay.release();
        });
    }

    /** As the wrapper says it; every other time the command has printed something since. */
    private static String sign(int run, long round, boolean withLines) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long printed = (round + run % 2) / 2;
        int leader = 1000 + 4 * run;
        return """
                {"sent-at":"%s","host":"build-%d.ci.example","process-id":%d,"process-count":4,"process-ids":%s,\
                "output-bytes":%d,"output-at":"%s"%s}""".formatted(
                        now,
                        run % 40,
                        leader,
                        List.of(leader, leader + 1, leader + 2, leader + 3),
                        1000 * printed,
                        now.minusSeconds(2),
                        withLines ? ",\"last-lines\":[" + LAST_LINES.formatted(10 * printed) + "]" : "");
    }

    /** What has come of the heartbeats since this was last asked. */
    String outcome() {
        long answered = taken.sum();
        return answered + " heartbeats taken, " + refused.sumThenReset() + " not, mean answer after "
                + waitedMillis.sumThenReset() / Math.max(1, taken.sumThenReset()) + " ms";
    }
}
