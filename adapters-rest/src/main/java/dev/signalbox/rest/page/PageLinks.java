package dev.signalbox.rest.page;

import dev.signalbox.rest.jsonapi.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Absolute links to the pages of a list, as the client reached it, keeping every other parameter of the query. */
final class PageLinks {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String address;
    private final QueryParameters parameters;
    private final int size;

    PageLinks(HttpServletRequest request, int size) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean usual = port == ("https".equals(scheme) ? HTTPS : HTTP) || port <= 0;
        address = scheme + "://" + request.getServerName() + (usual ? "" : ":" + port) + request.getRequestURI();
        parameters = QueryParameters.of(request);
        this.size = size;
    }

    /** The link to the page after an item, or to the first. */
    String from(Optional<String> after) {
        Map<String, String> page = new LinkedHashMap<>();
        after.ifPresent(id -> page.put(Cursor.AFTER, id));
        page.put(Paging.SIZE, Integer.toString(size));
        return address + "?" + parameters.encodedWith(page);
    }

    /** The link to the page; none to none. */
    @Nullable
    String page(@Nullable Long number) {
        if (number == null) {
            return null;
        }
        Map<String, String> page = new LinkedHashMap<>();
        page.put(Paging.NUMBER, Long.toString(number));
        page.put(Paging.SIZE, Integer.toString(size));
        return address + "?" + parameters.encodedWith(page);
    }
}
