package dev.signalbox.app.client;

import java.util.Map;
import picocli.CommandLine.Option;

/** Hands on what the server exports, byte by byte as it comes. */
abstract class ExportCommand extends ClientCommand {

    private static final Map<String, String> TYPES = Map.of("ndjson", "application/x-ndjson", "csv", "text/csv");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "ndjson or csv, which has a heading (${DEFAULT-VALUE}).")
    private String format = "ndjson";

    ExportCommand(ClientContext context) {
        super(context);
    }

    /** Where the export is, and what of it is wanted. */
    abstract String path();

    abstract Query query();

    /** Text of others goes to a file or another program as it is, and never as it is to a terminal. */
    @Override
    void check() {
        if (!TYPES.containsKey(format)) {
            throw misuse("--format must be ndjson or csv.");
        }
        if (screen().look().terminal()) {
            throw misuse("an export is for files and programs: > FILE, or | PROGRAM. For reading there is list.");
        }
    }

    @Override
    final int act(Server server) {
        var download = new Download(
                TYPES.getOrDefault(format, ""), _ -> true, context().bytes());
        server.download(path() + query().with("format", format).encoded(), download);
        return download.isBroken() ? cutShort() : DONE;
    }
}
