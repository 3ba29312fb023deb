package dev.signalbox.app.client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Exports audit events. */
@Command(
        name = "export",
        description = "Write all audit events to the standard output. The export is an event itself.",
        footer = {
            "",
            "An export that breaks off ends with 4, and what was written until then is not all. Other "
                    + "exit codes: 0; 1 the server refused, or the output could not be written; 2 misuse; 4 no "
                    + "token, or no answer."
        })
final class AuditExportCommand extends ExportCommand {

    @Mixin
    private final AuditFilters filters = new AuditFilters();

    AuditExportCommand(ClientContext context) {
        super(context);
    }

    @Override
    String path() {
        return AuditFilters.PATH + "/export";
    }

    @Override
    Query query() {
        return filters.query();
    }
}
