package dev.signalbox.app.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bulk end as a person reads it. */
final class BulkPage {

    private static final int WIDEST = 60;
    private static final int LABEL = 11;

    private BulkPage() {}

    static List<String> lines(BulkView bulk, Look look) {
        var lines = new ArrayList<String>();
        var attributes = bulk.attributes();
        lines.add(heading(bulk, look));
        bar(bulk, look).ifPresent(lines::add);
        add(lines, "end", attributes.said("end"), look);
        add(lines, "reason", attributes.said("reason"), look);
        add(lines, "runs", attributes.text("filter").map(BulkPage::decoded).orElse("named one by one"), look);
        add(
                lines,
                "requested",
                attributes.time("requested-at").map(Age::second).orElse(Fields.UNKNOWN) + " by "
                        + attributes.said("requested-by"),
                look);
        add(lines, "outcomes", bulk.counts(), look);
        return lines;
    }

    private static String heading(BulkView bulk, Look look) {
        var id = Text.cut(bulk.id(), look.columns());
        int left = look.columns() - Text.width(id) - 2;
        return Colour.BOLD.paint(id, look)
                + (left < 1 ? "" : "  " + colour(bulk).paint(Text.cut(bulk.state(), left), look));
    }

    private static void add(List<String> lines, String label, String text, Look look) {
        lines.add(Text.cut(Text.pad(label, LABEL) + text, look.columns()));
    }

    /** A filter as it is typed; one that is no query as it is kept. */
    private static String decoded(String filter) {
        try {
            return Text.plain(URLDecoder.decode(filter, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return filter;
        }
    }

    /** How far it is: {@code [######....] 6 of 10}. */
    private static Optional<String> bar(BulkView bulk, Look look) {
        return bulk.total()
                .flatMap(total -> bulk.settled().map(settled -> {
                    int width = Math.clamp(look.columns() - 24L, 1, WIDEST);
                    int full = total == 0 ? width : (int) (settled * width / total);
                    return "[" + "#".repeat(full) + ".".repeat(width - full) + "] " + settled + " of " + total;
                }));
    }

    static Colour colour(BulkView bulk) {
        return switch (bulk.state()) {
            case "running" -> Colour.CYAN;
            case "paused", "stopped" -> Colour.YELLOW;
            case "finished" -> bulk.hasEndedAll() ? Colour.GREEN : Colour.RED;
            default -> Colour.PLAIN;
        };
    }
}
