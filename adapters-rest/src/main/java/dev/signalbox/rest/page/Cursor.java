package dev.signalbox.rest.page;

import dev.signalbox.domain.page.Slice;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where in a list that is never counted a client reads on.
 *
 * @param after the ID of the last item it has seen; absent for the beginning
 * @param size at most so many items
 */
public record Cursor(Optional<String> after, int size) {

    /** The parameter that says after which item the page begins. */
    public static final String AFTER = "page[after]";

    /** The page that is asked for; an empty {@value #AFTER} is none. */
    public static Cursor requested(QueryParameters parameters) {
        return new Cursor(
                parameters.value(AFTER).filter(id -> !id.isEmpty()),
                Paging.requested(parameters).size());
    }

    /** The list with links to itself and to the next page, which is null at the end. */
    public <T> Document document(Document list, Slice<T> slice, Function<T, String> id, HttpServletRequest request) {
        PageLinks to = new PageLinks(request, size);
        Map<String, @Nullable Object> links = new LinkedHashMap<>();
        links.put("self", to.from(after));
        links.put(
                "next",
                slice.more() ? to.from(Optional.of(slice.items().getLast()).map(id)) : null);
        return list.withLinks(links);
    }
}
