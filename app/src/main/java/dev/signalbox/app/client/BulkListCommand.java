package dev.signalbox.app.client;

import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Lists bulk ends. */
@Command(
        name = "list",
        description = "List bulk ends, newest first.",
        footer = {
            "",
            "--json prints the server's resources as one array. Exit codes: 0; 1 the server refused; 2 "
                    + "misuse; 4 no token, or no answer from the server."
        })
final class BulkListCommand extends ListCommand<BulkView> {

    BulkListCommand(ClientContext context) {
        super(context);
    }

    @Override
    String path() {
        return BulkView.PATH;
    }

    @Override
    Query query() {
        return Query.empty();
    }

    @Override
    List<BulkView> items(Reply page) {
        return page.fields().list("data").stream().map(BulkView::new).toList();
    }

    @Override
    String id(BulkView bulk) {
        return bulk.id();
    }

    @Override
    JsonNode json(BulkView bulk) {
        return bulk.resource().node();
    }

    @Override
    Rows<BulkView> rows() {
        return new Rows<>(
                screen().look(),
                List.of("BULK END", "STATE", "REQUESTED", "BY", "END", "OUTCOMES", "WHY"),
                BulkListCommand::row);
    }

    private static List<Table.Cell> row(BulkView bulk) {
        var attributes = bulk.attributes();
        return List.of(
                Table.Cell.of(bulk.id()),
                new Table.Cell(bulk.state(), BulkPage.colour(bulk)),
                Table.Cell.of(attributes.time("requested-at").map(Age::second).orElse("?")),
                Table.Cell.of(attributes.said("requested-by")),
                Table.Cell.of(attributes.said("end")),
                Table.Cell.of(bulk.counts()),
                Table.Cell.of(attributes.text("reason").orElse("")));
    }
}
