package dev.signalbox.app.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table that comes in parts: the heading before the first, the columns as wide as all so far need.
 *
 * @param <T> what a row tells of
 */
final class Rows<T> {

    private final Look look;
    private final List<String> titles;
    private final Function<T, List<Table.Cell>> row;
    private Optional<Table> table = Optional.empty();

    Rows(Look look, List<String> titles, Function<T, List<Table.Cell>> row) {
        this.look = look;
        this.titles = List.copyOf(titles);
        this.row = row;
    }

    /** The lines for these, with the heading before the first. */
    List<String> lines(List<T> items) {
        var lines = new ArrayList<String>();
        var cells = items.stream().map(row).toList();
        var known = table.orElseGet(() -> new Table(look, titles));
        known.fit(cells);
        if (table.isEmpty()) {
            lines.add(known.heading());
            table = Optional.of(known);
        }
        cells.stream().map(known::line).map(String::stripTrailing).forEach(lines::add);
        return lines;
    }
}
