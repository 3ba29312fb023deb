package dev.signalbox.app.client;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The pages of a list, one after the other. */
final class Pages {

    private final Server server;
    private final String path;
    private final Function<Reply, Optional<String>> following;
    private final Set<String> seen = new HashSet<>();
    private Optional<String> next;

    /** With the encoded query of the page that follows another, if any. */
    Pages(Server server, String path, Query query, Function<Reply, Optional<String>> following) {
        this.server = server;
        this.path = path;
        this.following = following;
        this.next = Optional.of(query.encoded());
    }

    boolean hasNext() {
        return next.isPresent();
    }

    /** The next page. Throws {@link Unanswered} for pages that lead in circles or nowhere. */
    Reply next() {
        var query = next.orElseThrow();
        if (!seen.add(query)) {
            throw circles();
        }
        var reply = server.get(path + query);
        next = following.apply(reply);
        return reply;
    }

    static Unanswered circles() {
        return Unanswered.away("the server's pages lead in circles");
    }

    /**
     * The page that the server links. Of the link only the query is taken: a proxy may have another name for the
     * server, and the token belongs to this one alone.
     */
    static Optional<String> linked(Reply page) {
        return page.fields().at("links").text("next").map(Pages::query);
    }

    private static String query(String link) {
        try {
            return "?" + URI.create(link).getRawQuery();
        } catch (IllegalArgumentException e) {
            throw Unanswered.away("the server's link to the next page is no link");
        }
    }
}
