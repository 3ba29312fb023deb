package dev.signalbox.domain.workspace;

import dev.signalbox.domain.ExternalId;
import java.util.Optional;

/** The identity of a workspace on the wire: {@code ws-} and 16 base58 characters. */
public record WorkspaceId(String value) {

    /** The fixed beginning of every such ID. */
    public static final String PREFIX = "ws-";

    /** Refuses, as a programming error, a value that is no such ID. */
    public WorkspaceId {
        ExternalId.check(PREFIX, value);
    }

    /** Reads an ID that came from outside; a text of any other shape is no such ID, so it is simply absent. */
    public static Optional<WorkspaceId> parse(String text) {
        return ExternalId.matches(PREFIX, text) ? Optional.of(new WorkspaceId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
