package dev.signalbox.rest.run;

import dev.signalbox.rest.jsonapi.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads the optional comment of an action; a blank one is none. */
final class Comment {

    private Comment() {}

    static Optional<String> of(HttpServletRequest request) {
        return RequestBody.plain(request).text("comment").filter(text -> !text.isBlank());
    }
}
