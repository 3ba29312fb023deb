package dev.signalbox.app.client;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A server of Signalbox, asked one thing after the other. Every method throws {@link ServerRefused} where it says no,
 * and {@link Unanswered} where it says nothing that could be used. The token goes nowhere else: no redirect is
 * followed.
 */
final class Server implements AutoCloseable {

    private static final int TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final String url;
    private final String token;
    private final Wire wire;
    private final Pause pause;

    /** A server at a URL without a slash at its end. */
    Server(String url, String token, Wire wire, Pause pause) {
        this.url = url;
        this.token = token;
        this.wire = wire;
        this.pause = pause;
    }

    /** Reads a document; the query is encoded. */
    Reply get(String pathAndQuery) {
        return send(request(pathAndQuery).GET());
    }

    /** Asks for an act. */
    Reply post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body))));
    }

    /**
     * Hands on what the server gives, and returns the headers that came before it, unless the target takes no more.
     * Asks again only where it was told to wait, which is before anything came.
     */
    Optional<HttpHeaders> download(String pathAndQuery, Download download) {
        var request = request(pathAndQuery).GET().build();
        var response = patiently(() -> wire.download(request, url, download));
        response.filter(_ -> !download.isTaken()).ifPresent(answer -> {
            reply(answer);
            throw stranger(answer);
        });
        return response.map(HttpResponse::headers);
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(url + pathAndQuery))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/vnd.api+json, application/json")
                .header("User-Agent", "signalbox");
    }

    private Reply send(HttpRequest.Builder builder) {
        var request = builder.build();
        return reply(patiently(() -> Optional.of(wire.exchange(request, url))).orElseThrow());
    }

    /** Whoever asks too often is told how long to wait, and nothing has been done then. */
    private Optional<HttpResponse<String>> patiently(Supplier<Optional<HttpResponse<String>>> exchange) {
        for (int tries = 1; ; tries++) {
            var response = exchange.get();
            if (tries == TRIES
                    || response.filter(answer -> answer.statusCode() == 429).isEmpty()) {
                return response;
            }
            var wait = response.flatMap(Server::retryAfter).orElse(Duration.ofSeconds(tries));
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                return response;
            }
            pause.pause(wait);
        }
    }

    private Reply reply(HttpResponse<String> response) {
        int status = response.statusCode();
        var document = Json.object(response.body());
        if (status >= 200 && status < 300) {
            return new Reply(document.orElseThrow(() -> stranger(response)), date(response));
        }
        var errors = document.filter(json -> json.path("errors").isArray());
        if (status >= 400 && status < 500) {
            throw new ServerRefused(status, errors.orElseThrow(() -> stranger(response)));
        }
        throw status < 400 ? elsewhere(response) : broken(response, errors);
    }

    private Unanswered stranger(HttpResponse<String> response) {
        return Unanswered.away(
                "what answers at " + url + " is no Signalbox: it says " + response.statusCode() + " with "
                        + response.headers()
                                .firstValue("Content-Type")
                                .map(type -> Text.cut(Text.plain(type), 60))
                                .orElse("no content type")
                        + " (is a proxy between?)");
    }

    private Unanswered elsewhere(HttpResponse<String> response) {
        return Unanswered.away(url + " answers with a redirect"
                + response.headers()
                        .firstValue("Location")
                        .map(to -> " to " + Text.cut(Text.plain(to), 200))
                        .orElse("")
                + ", which is not followed: set SIGNALBOX_URL to where Signalbox is");
    }

    private Unanswered broken(HttpResponse<String> response, Optional<JsonNode> errors) {
        var reason = errors.map(json -> new ServerRefused(response.statusCode(), json).reason())
                .filter(text -> !text.isBlank())
                .map(text -> ": " + text)
                .orElse("");
        return Unanswered.busy(
                "the server at " + url + " is away (it says " + response.statusCode() + reason + ")",
                retryAfter(response));
    }

    /** Seconds, or nothing that is understood. */
    private static Optional<Duration> retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Instant date(HttpResponse<String> response) {
        return response.headers().firstValue("Date").flatMap(Server::instant).orElseGet(Instant::now);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
