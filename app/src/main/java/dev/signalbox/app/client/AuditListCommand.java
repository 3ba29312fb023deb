package dev.signalbox.app.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists audit events. */
@Command(
        name = "list",
        description = "List audit events, newest first. Needs a token of a site admin or of support.",
        footer = {
            "",
            "--json prints the server's resources as one array. Exit codes: 0; 1 the server refused; 2 "
                    + "misuse; 4 no token, or no answer from the server."
        })
final class AuditListCommand extends ResourceListCommand {

    @Mixin
    private final AuditFilters filters = new AuditFilters();

    AuditListCommand(ClientContext context) {
        super(context);
    }

    @Override
    String path() {
        return AuditFilters.PATH;
    }

    @Override
    Query query() {
        return filters.query();
    }

    @Override
    Rows<Fields> rows() {
        return new Rows<>(
                screen().look(),
                List.of("WHEN", "WHO", "DID", "TO", "CHANGE", "WHY"),
                event -> row(event.at("attributes")));
    }

    private static List<Table.Cell> row(Fields event) {
        return Stream.of(
                        event.time("created-at").map(Age::second).orElse("?"),
                        event.said("actor"),
                        event.said("action"),
                        object(event),
                        event.text("from").map(from -> from + " > ").orElse("")
                                + event.text("to").orElse(""),
                        event.text("reason").orElse(""))
                .map(Table.Cell::of)
                .toList();
    }

    /** What it was done to, as closely as the event tells. */
    private static String object(Fields event) {
        var place = event.text("organization")
                .map(name -> name + event.text("workspace").map(w -> "/" + w).orElse(""));
        return String.join(
                " ",
                Stream.of(place, event.text("run-id"), event.text("subject"))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList());
    }
}
