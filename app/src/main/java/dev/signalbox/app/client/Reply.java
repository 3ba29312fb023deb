package dev.signalbox.app.client;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** What the server answered, and when by its own clock, so that ages are right whatever the clock here says. */
record Reply(JsonNode document, Instant at) {

    /** The members of the document. */
    Fields fields() {
        return new Fields(document);
    }
}
