package dev.signalbox.app.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A bulk end as a server told of it. */
record BulkView(Fields resource) {

    static final String PATH = "/api/signalbox/v1/admin/bulk-ends";

    /** Outcomes after which a run has not ended although it was meant. */
    private static final List<String> NOT_ENDED = List.of("waiting", "left", "failed");

    /** Narrow enough to be a part of a path as it is. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** The bulk end that is the document's data. */
    static BulkView of(Reply reply) {
        return new BulkView(reply.fields().at("data"));
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    String id() {
        return resource.text("id").orElse(Fields.UNKNOWN);
    }

    Fields attributes() {
        return resource.at("attributes");
    }

    String state() {
        return attributes().said("state");
    }

    /** Whether nothing more happens by itself. */
    boolean isAtRest() {
        return !state().equals("running");
    }

    /** How many runs it is about. */
    Optional<Long> total() {
        return count("total");
    }

    /** How many have had their turn. */
    Optional<Long> settled() {
        return total().flatMap(all -> count("waiting").map(waiting -> Math.clamp(all - waiting, 0, all)));
    }

    /** Whether it is over and each of its runs has ended or is gone. */
    boolean hasEndedAll() {
        return state().equals("finished")
                && NOT_ENDED.stream()
                        .allMatch(name -> count(name).filter(runs -> runs == 0).isPresent());
    }

    /** What became of how many: {@code 3 ended, 1 failed}. */
    String counts() {
        var counts = attributes().at("counts");
        var parts = counts.names().stream()
                .filter(name -> !name.equals("total"))
                .filter(name ->
                        counts.text(name).filter(runs -> !runs.equals("0")).isPresent())
                .map(name -> counts.said(name) + " " + Text.plain(name))
                .toList();
        return parts.isEmpty() ? Fields.NONE : String.join(", ", parts);
    }

    private Optional<Long> count(String name) {
        return attributes()
                .at("counts")
                .text(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf);
    }
}
