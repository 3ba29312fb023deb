package dev.signalbox.app.client;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The pages of a list, one after the other as the server links them. */
final class Pages {

    private final Server server;
    private final String path;
    private final Set<String> seen = new HashSet<>();
    private Optional<String> next;

    Pages(Server server, String path, Query query) {
        this.server = server;
        this.path = path;
        this.next = Optional.of(query.encoded());
    }

    boolean hasNext() {
        return next.isPresent();
    }

    /**
     * The next page. Of the link only the query is taken: a proxy may have another name for the server, and the token
     * belongs to this one alone. Throws {@link Unanswered} for links that lead in circles or nowhere.
     */
    Reply next() {
        var query = next.orElseThrow();
        if (!seen.add(query)) {
            throw Unanswered.away("the server's pages lead in circles");
        }
        var reply = server.get(path + query);
        next = reply.fields().at("links").text("next").map(Pages::query);
        return reply;
    }

    private static String query(String link) {
        try {
            return "?" + URI.create(link).getRawQuery();
        } catch (IllegalArgumentException e) {
            throw Unanswered.away("the server's link to the next page is no link");
        }
    }
}
