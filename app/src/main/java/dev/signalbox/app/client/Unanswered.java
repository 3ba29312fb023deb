package dev.signalbox.app.client;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** There is no answer that could be used, or no token to ask with; the message is a sentence for a person. */
final class Unanswered extends RuntimeException {

    private final String code;
    private final transient Optional<Duration> retryAfter;

    private Unanswered(String code, String sentence, Optional<Duration> retryAfter) {
        super(sentence);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** There is no token that could be sent. */
    static Unanswered noToken(String sentence) {
        return new Unanswered("no_token", sentence, Optional.empty());
    }

    /** The server is away, or what answers is not the server. */
    static Unanswered away(String sentence) {
        return new Unanswered("no_answer", sentence, Optional.empty());
    }

    /** The server cannot serve now, and may have said how long. */
    static Unanswered busy(String sentence, Optional<Duration> retryAfter) {
        return new Unanswered("no_answer", sentence, retryAfter);
    }

    /** The same, with what it means for what was asked. */
    Unanswered meaning(String consequence) {
        return new Unanswered(code, getMessage() + "; " + consequence, retryAfter);
    }

    /** How long the server wants to be left alone. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The same as an errors document. */
    JsonNode errors() {
        return Json.problem(code, String.valueOf(getMessage()));
    }
}
