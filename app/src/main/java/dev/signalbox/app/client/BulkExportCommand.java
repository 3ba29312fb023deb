package dev.signalbox.app.client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Exports what became of the runs of a bulk end. */
@Command(
        name = "export",
        description = "Write what became of each run of a bulk end to the standard output.",
        footer = {
            "",
            "An export that breaks off ends with 4, and what was written until then is not all. Other "
                    + "exit codes: 0; 1 the server refused, or the output could not be written; 2 misuse; 4 no "
                    + "token, or no answer."
        })
final class BulkExportCommand extends ExportCommand {

    @Mixin
    private final BulkEndArgument bulkEnd = new BulkEndArgument();

    BulkExportCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        super.check();
        bulkEnd.check();
    }

    @Override
    String path() {
        return bulkEnd.path() + "/outcomes/export";
    }

    @Override
    Query query() {
        return Query.empty();
    }
}
