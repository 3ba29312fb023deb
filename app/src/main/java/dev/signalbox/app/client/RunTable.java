package dev.signalbox.app.client;

import java.util.List;

/** Runs as a table, and the counts below it. */
final class RunTable {

    private static final List<String> TITLES =
            List.of("RUN", "STATUS", "FOR", "WORKSPACE", "CREATED", "NEEDS ATTENTION");

    private RunTable() {}

    static Rows<RunView> rows(Look look) {
        return new Rows<>(look, TITLES, RunTable::row);
    }

    private static List<Table.Cell> row(RunView run) {
        return List.of(
                Table.Cell.of(run.id()),
                new Table.Cell(run.status(), Colour.ofStatus(run.status())),
                Table.Cell.of(run.age()),
                Table.Cell.of(run.place()),
                Table.Cell.of(run.createdAt().map(Age::second).orElse("?")),
                new Table.Cell(run.attention().orElse(""), Colour.RED));
    }

    /** How many there are of each status, of those only that there are. */
    static String counts(Reply list) {
        var meta = list.fields().at("meta");
        var counts = meta.at("status-counts");
        var parts = counts.names().stream()
                .filter(name -> !name.equals("total"))
                .filter(name ->
                        counts.text(name).filter(count -> !count.equals("0")).isPresent())
                .map(name -> counts.said(name) + " " + Text.plain(name).replace('-', '_'))
                .toList();
        return (parts.isEmpty() ? "none" : String.join(", ", parts)) + "; in all " + counts.said("total");
    }
}
