package dev.signalbox.app.client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Exports what became of the runs of a bulk end. */
@Command(
        name = "export",
        description = "Write what became of each run of a bulk end to the standard output.",
        footer = {
            "",
            "An export that breaks off ends with 4, and what was written until then is not all. Other exit codes: 0;",
            "1 the server refused, or the output could not be written; 2 misuse; 4 no token, or no answer."
        })
final class BulkExportCommand extends ExportCommand {

    @Parameters(paramLabel = "ID", description = "The bulk end's ID; bulk list shows them.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    BulkExportCommand(ClientContext context) {
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
        return BulkView.PATH + "/" + id + "/outcomes/export";
    }

    @Override
    Query query() {
        return Query.empty();
    }
}
