package dev.signalbox.app.client;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The server said no; the message is its own reason. */
final class ServerRefused extends RuntimeException {

    private final int status;
    private final transient JsonNode errors;

    ServerRefused(int status, JsonNode errors) {
        super("the server refused with " + status + reasons(errors));
        this.status = status;
        this.errors = errors;
    }

    private static String reasons(JsonNode errors) {
        var reasons = new Fields(errors)
                .list("errors").stream().map(ServerRefused::reason).collect(Collectors.joining(" "));
        return reasons.isBlank() ? "." : ": " + reasons;
    }

    private static String reason(Fields error) {
        var detail = error.text("detail")
                .or(() -> error.text("title"))
                .or(() -> error.text("code"))
                .orElse("");
        var source = error.at("source");
        return source.text("parameter")
                .or(() -> source.text("pointer"))
                .filter(place -> !detail.contains(place))
                .map(place -> detail + " (" + place + ")")
                .orElse(detail);
    }

    /** The HTTP status, 400 to 499. */
    int status() {
        return status;
    }

    /** The reason alone, without the status. */
    String reason() {
        return new Fields(errors)
                .list("errors").stream().map(ServerRefused::reason).collect(Collectors.joining(" "));
    }

    /** The server's errors document. */
    JsonNode errors() {
        return errors;
    }
}
