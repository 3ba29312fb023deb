package dev.signalbox.app.client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows one bulk end, and follows it if that is wanted. */
@Command(
        name = "show",
        description = "Show how far a bulk end is.",
        footer = {
            "",
            "--json prints the server's resource. Exit codes: 0, with --wait only if all of its runs have "
                    + "ended; 1 not so, or the server refused; 2 misuse; 4 no token, or no answer from the server."
        })
final class BulkShowCommand extends ClientCommand {

    @Mixin
    private final BulkEndArgument bulkEnd = new BulkEndArgument();

    @Option(names = "--wait", description = "Follow it until it is finished, stopped or paused.")
    private boolean wait;

    BulkShowCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        bulkEnd.check();
    }

    @Override
    int act(Server server) {
        if (wait) {
            return new BulkProgress(server, patience(), screen(), json()).follow(bulkEnd.id());
        }
        var bulk = BulkView.of(server.get(bulkEnd.path()));
        if (json()) {
            screen().say(Json.write(bulk.resource().node()));
        } else {
            BulkPage.lines(bulk, screen().look()).forEach(screen()::say);
        }
        return DONE;
    }
}
