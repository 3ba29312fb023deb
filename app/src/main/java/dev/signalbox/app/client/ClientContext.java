package dev.signalbox.app.client;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What client commands have around them.
 *
 * @param bytes the standard output again, for what is handed on byte by byte
 * @param questions where a person answers; absent if nobody sits there
 * @param answerLimit how long an answer of the server may take
 */
record ClientContext(
        Map<String, String> environment,
        Screen screen,
        OutputStream bytes,
        Optional<BufferedReader> questions,
        Duration answerLimit,
        Pause pause) {

    /** How long an answer may take unless a test is in a hurry. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    /** Throws {@link Unanswered} without a token. */
    Server connect(ServerOptions options) {
        var url = options.url(environment);
        return new Server(url, Token.in(environment), Wire.in(environment, answerLimit), pause);
    }
}
