package dev.signalbox.app.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists what became of the runs of a bulk end. */
@Command(
        name = "outcomes",
        description = "List what became of each run of a bulk end, in the order of their turns.",
        footer = {
            "",
            "--json prints the server's resources as one array. Exit codes: 0; 1 the server refused; 2 misuse;",
            "4 no token, or no answer from the server."
        })
final class BulkOutcomesCommand extends ListCommand<Fields> {

    @Parameters(paramLabel = "ID", description = "The bulk end's ID; bulk list shows them.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME,…",
            description = "Only these: waiting, ended, already-ended, missing, left, failed.")
    private @Nullable String outcome;

    BulkOutcomesCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        super.check();
        if (!BulkView.isId(id)) {
            throw misuse("That is no ID of a bulk end: bulk list shows them.");
        }
    }

    @Override
    String path() {
        return BulkView.PATH + "/" + id + "/outcomes";
    }

    @Override
    Query query() {
        return Query.empty().with("filter[outcome]", outcome);
    }

    @Override
    List<Fields> items(Reply page) {
        return page.fields().list("data");
    }

    @Override
    String id(Fields one) {
        return one.text("id").orElse(Fields.UNKNOWN);
    }

    @Override
    JsonNode json(Fields one) {
        return one.node();
    }

    @Override
    Rows<Fields> rows() {
        return new Rows<>(screen().look(), List.of("RUN", "OUTCOME", "WAS", "AT"), BulkOutcomesCommand::row);
    }

    private static List<Table.Cell> row(Fields one) {
        var attributes = one.at("attributes");
        var outcome = attributes.said("outcome");
        return List.of(
                Table.Cell.of(
                        one.at("relationships").at("run").at("data").text("id").orElse(Fields.UNKNOWN)),
                new Table.Cell(outcome, outcome.equals("failed") ? Colour.RED : Colour.PLAIN),
                Table.Cell.of(attributes.text("from-status").orElse("")),
                Table.Cell.of(attributes.time("settled-at").map(Age::second).orElse("")));
    }
}
