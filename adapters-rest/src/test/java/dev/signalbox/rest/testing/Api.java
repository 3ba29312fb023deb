package dev.signalbox.rest.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A client of the API with one token; it checks every document that it receives. */
public final class Api {

    /** The media type of the API's documents. */
    public static final String JSON_API = "application/vnd.api+json";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String server;
    private final String token;

    /** Talks to {@code server}, such as {@code http://127.0.0.1:8080}; an empty token is not sent. */
    public Api(String server, String token) {
        this.server = server;
        this.token = token;
    }

    /** GET of a path with its query. */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** POST without a body. */
    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** POST of a body as JSON:API. */
    public Answer post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body), "Content-Type", JSON_API);
    }

    /** GET of what is no document but a file; a refusal is a document. Headers as names and values in turn. */
    public Answer download(String path, String... headers) {
        return send(Api::downloaded, "GET", path, BodyPublishers.noBody(), headers);
    }

    /** PATCH with a body as JSON:API. */
    public Answer patch(String path, String body) {
        return send("PATCH", path, BodyPublishers.ofString(body), "Content-Type", JSON_API);
    }

    /** DELETE of what stands at a path. */
    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Any request; headers as names and values in turn. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        return send(Api::answer, method, path, body, headers);
    }

    private Answer send(Exchange exchange, String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpRequest sent = request.build();
            Answer answer = exchange.send(sent);
            OpenApiCheck.check(method, path, answer.status(), answer.headers(), answer.body());
            return answer;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private interface Exchange {
        Answer send(HttpRequest request) throws IOException, InterruptedException;
    }

    private static Answer downloaded(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
        JsonNode document = response.statusCode() < 400
                ? MissingNode.getInstance()
                : JsonApiCheck.check(
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        response.body());
        return new Answer(response.statusCode(), response.headers(), response.body(), document);
    }

    private static Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
        // These alone are answered without a body.
        boolean bodiless =
                request.method().equals("HEAD") || request.method().equals("OPTIONS") || response.statusCode() == 204;
        boolean api = request.uri().getRawPath().startsWith("/api");
        JsonNode document = api && !bodiless
                ? JsonApiCheck.check(
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        response.body())
                : MissingNode.getInstance();
        return new Answer(response.statusCode(), response.headers(), response.body(), document);
    }
}
