package dev.signalbox.app.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that gives the answers it was handed, in order and the last again and again, and remembers the questions. */
final class StubApi implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Canned> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();

    /** An answer; a body that never comes for status 0, and more promised than there is. */
    record Canned(int status, Map<String, String> headers, String body, int missing) {}

    StubApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    StubApi answers(String json) {
        return answers(200, json);
    }

    StubApi answers(int status, String json) {
        return answers(status, Map.of("Content-Type", "application/vnd.api+json"), json);
    }

    synchronized StubApi answers(int status, Map<String, String> headers, String body) {
        answers.add(new Canned(status, headers, body, 0));
        return this;
    }

    /** Promises more bytes than come. */
    synchronized void answersHalf(Map<String, String> headers, String body) {
        answers.add(new Canned(200, headers, body, 10));
    }

    /** Method, path and query of every request so far. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = answer(exchange.getRequestMethod() + " " + exchange.getRequestURI(), body);
            if (answer.status() == 0) {
                Thread.sleep(60_000);
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length + answer.missing());
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Canned answer(String request, String body) {
        asked.add(request);
        bodies.add(body);
        return answers.size() > 1 ? answers.remove() : answers.getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
