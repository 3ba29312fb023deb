package dev.signalbox.app.client;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Pauses, resumes or stops a bulk end. */
@Command(
        footer = {
            "",
            "--json prints the server's resource. Exit codes: 0; 1 the server refused; 2 misuse; 4 no token, or no",
            "answer from the server."
        })
final class BulkStepCommand extends ClientCommand {

    private final String step;

    @Parameters(paramLabel = "ID", description = "The bulk end's ID; bulk list shows them.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    private BulkStepCommand(ClientContext context, String step) {
        super(context);
        this.step = step;
    }

    /** The command of that name, which is the action's on the wire too. */
    static CommandLine named(String step, String description, ClientContext context) {
        var command = new CommandLine(new BulkStepCommand(context, step)).setCommandName(step);
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Override
    void check() {
        if (!BulkView.isId(id)) {
            throw misuse("That is no ID of a bulk end: bulk list shows them.");
        }
    }

    @Override
    int act(Server server) {
        var bulk = BulkView.of(server.post(BulkView.PATH + "/" + id + "/actions/" + step, Json.object()));
        screen().say(
                        json()
                                ? Json.write(bulk.resource().node())
                                : bulk.id() + " is " + bulk.state() + ": " + bulk.counts());
        return DONE;
    }
}
