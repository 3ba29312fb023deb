package dev.signalbox.app.client;

import tools.jackson.databind.JsonNode;

/** What became of one run that was to be ended. */
record Outcome(String id, Kind kind, String sentence, JsonNode detail) {

    /** How it came out. */
    enum Kind {
        /** The run has ended, and if that was waited for, what ran is gone. */
        ENDED,
        /** The run has ended, but what ran was not known to be gone in time. */
        NOT_GONE,
        /** The server refused; nothing was changed. */
        REFUSED,
        /** No answer came; whether anything was changed is not known. */
        UNANSWERED
    }

    /** For scripts: the ID, the outcome, and the run or the errors. */
    JsonNode json() {
        var json = Json.object().put("id", id).put("outcome", kind.name().toLowerCase(java.util.Locale.ROOT));
        json.set(kind == Kind.ENDED || kind == Kind.NOT_GONE ? "run" : "errors", detail);
        return json;
    }
}
