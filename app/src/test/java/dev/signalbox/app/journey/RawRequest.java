package dev.signalbox.app.journey;

import dev.signalbox.rest.testing.OpenApiCheck;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request as the bytes that a client put on the wire, and what came back. */
record RawRequest(int status, Map<String, String> headers, String body) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Sends the text, whose lines end as HTTP's do, and reads one answer of a known length. */
    static RawRequest send(URI server, String text) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            // The connection is kept alive for a next request, so that this is the way to say that there is none.
            socket.shutdownOutput();
            return read(text, new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static RawRequest read(String request, String answer) {
        int end = answer.indexOf("\r\n\r\n");
        OpenApiCheck.check(
                request, answer.substring(0, end), answer.substring(end + 4).getBytes(StandardCharsets.UTF_8));
        List<String> head = answer.substring(0, end).lines().toList();
        Map<String, String> headers = new HashMap<>();
        head.stream()
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .forEach(field -> headers.put(field[0].toLowerCase(Locale.ROOT), field[1]));
        String status = head.getFirst().split(" ", 3)[1];
        return new RawRequest(Integer.parseInt(status), headers, answer.substring(end + 4));
    }

    /** The body, which must be JSON to its last byte. */
    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }
}
