package dev.signalbox.rest.page;

import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How lists are paged: {@code page[number]} from 1, {@code page[size]} at most {@value PageRequest#MAX_SIZE}. */
public final class Paging {

    /** The parameter that says which page; 1 by default. */
    public static final String NUMBER = "page[number]";

    /** The parameter that says how many; {@value PageRequest#DEFAULT_SIZE} by default. */
    public static final String SIZE = "page[size]";

    private Paging() {}

    /** The page that is asked for; a size above the largest is taken as the largest. */
    public static PageRequest requested(QueryParameters parameters) {
        long number = parameters.positive(NUMBER, 1);
        long size = parameters.positive(SIZE, PageRequest.DEFAULT_SIZE);
        return new PageRequest(number, (int) Math.min(size, PageRequest.MAX_SIZE));
    }

    /** The list with its links, and with its pagination before whatever else is told of it. */
    public static Document document(
            Document list, Page<?> page, HttpServletRequest request, Map<String, ?> furtherMeta) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("pagination", pagination(page));
        meta.putAll(furtherMeta);
        return list.withLinks(links(page, request)).withMeta(meta);
    }

    private static Map<String, @Nullable Object> links(Page<?> page, HttpServletRequest request) {
        PageLinks to = new PageLinks(request, page.request().size());
        Map<String, @Nullable Object> links = new LinkedHashMap<>();
        links.put("self", to.page(page.request().number()));
        links.put("first", to.page(1L));
        links.put("prev", to.page(previous(page)));
        links.put("next", to.page(next(page)));
        links.put("last", to.page(page.totalPages()));
        return links;
    }

    private static Map<String, @Nullable Object> pagination(Page<?> page) {
        Map<String, @Nullable Object> pagination = new LinkedHashMap<>();
        pagination.put("current-page", page.request().number());
        pagination.put("prev-page", previous(page));
        pagination.put("next-page", next(page));
        pagination.put("total-pages", page.totalPages());
        pagination.put("total-count", page.totalCount());
        return pagination;
    }

    /** From beyond the end the page before is the last one: it leads back to where something is. */
    private static @Nullable Long previous(Page<?> page) {
        long number = page.request().number();
        return number == 1 ? null : Long.valueOf(Math.min(number - 1, page.totalPages()));
    }

    private static @Nullable Long next(Page<?> page) {
        long number = page.request().number();
        return number < page.totalPages() ? Long.valueOf(number + 1) : null;
    }
}
