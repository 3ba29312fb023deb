package dev.signalbox.domain.page;

import java.util.List;

/**
 * One page of a list.
 *
 * @param request the page that was asked for
 * @param totalCount the items of all pages
 */
public record Page<T>(List<T> items, PageRequest request, long totalCount) {

    /** Keeps a copy that nobody can change. */
    public Page {
        items = List.copyOf(items);
    }

    /** How many pages there are: at least 1, for the first page of an empty list exists. */
    public long totalPages() {
        return Math.max(1, Math.ceilDiv(totalCount, (long) request.size()));
    }
}
