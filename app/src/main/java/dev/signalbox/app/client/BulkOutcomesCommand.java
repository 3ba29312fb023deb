package dev.signalbox.app.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what became of the runs of a bulk end. */
@Command(
        name = "outcomes",
        description = "List what became of each run of a bulk end, in the order of their turns.",
        footer = {
            "",
            "--json prints the server's resources as one array. Exit codes: 0; 1 the server refused; 2 "
                    + "misuse; 4 no token, or no answer from the server."
        })
final class BulkOutcomesCommand extends ResourceListCommand {

    @Mixin
    private final BulkEndArgument bulkEnd = new BulkEndArgument();

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME,…",
            converter = Known.Outcomes.class,
            description = "Only these: waiting, ended, already-ended, missing, left, failed.")
    private @Nullable String outcome;

    BulkOutcomesCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        super.check();
        bulkEnd.check();
    }

    @Override
    String path() {
        return bulkEnd.path() + "/outcomes";
    }

    @Override
    Query query() {
        return Query.empty().with("filter[outcome]", outcome);
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
