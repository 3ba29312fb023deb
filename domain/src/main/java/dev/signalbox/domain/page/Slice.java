package dev.signalbox.domain.page;

import java.util.List;

/**
 * A part of a list that is too long to be counted.
 *
 * @param more whether the list goes on after the last item
 */
public record Slice<T>(List<T> items, boolean more) {

    /** Keeps a copy that nobody can change. */
    public Slice {
        items = List.copyOf(items);
    }
}
