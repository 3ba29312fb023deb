package dev.signalbox.app.simulation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to the server that all share who hold one token: what is not answered is sent again. */
final class Line {

    /** A server that takes longer has not answered. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final LongAdder calls = new LongAdder();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final URI server;
    private final String token;
    private final Course course;

    Line(URI server, String token, Course course) {
        this.server = server;
        this.token = token;
        this.course = course;
    }

    /** What came back, and when; the time begins with the first of several attempts. */
    record Reply(Span span, HttpResponse<String> response) {

        Reply expect(int... statuses) {
            for (int status : statuses) {
                if (response.statusCode() == status) {
                    return this;
                }
            }
            throw new AssertionError(response + ": " + response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode document() {
            return JsonMapper.shared().readTree(response.body());
        }
    }

    /** Posts until there is an answer; each attempt says what is so by then. */
    Reply post(String path, Supplier<String> body) throws InterruptedException {
        long first = System.nanoTime();
        while (true) {
            HttpResponse<String> response = send(request(path)
                    .header("Content-Type", path.contains("/v1/") ? "application/json" : "application/vnd.api+json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.get()))
                    .build());
            if (response != null) {
                return new Reply(new Span(first, System.nanoTime()), response);
            }
            // Nobody hammers at a server that is away: on this machine that would only slow its start down.
            course.sleepThroughOutage();
            // Not seeded: when one asks again decides nothing.
            course.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(3000)));
        }
    }

    /** Asks once; null if there was no answer. */
    @Nullable
    Reply get(String path) throws InterruptedException {
        long sent = System.nanoTime();
        HttpResponse<String> response = send(request(path).build());
        return response == null ? null : new Reply(new Span(sent, System.nanoTime()), response);
    }

    /** How many calls were answered. */
    long calls() {
        return calls.sum();
    }

    /** The calls that were not answered, or with a failure, although nothing was in the way. */
    Queue<String> broken() {
        return broken;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    private @Nullable HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        long sent = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() < 500) {
                calls.increment();
                return response;
            }
            failed(sent, response + ": " + response.body());
        } catch (IOException problem) {
            failed(sent, request + ": " + problem);
        }
        return null;
    }

    private void failed(long sent, String what) {
        if (course.isSound(new Span(sent, System.nanoTime()))) {
            broken.add(what);
        }
    }
}
