package dev.signalbox.app.client;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pauses, resumes or stops a bulk end. */
@Command(
        footer = {
            "",
            "--json prints the server's resource. Exit codes: 0; 1 the server refused; 2 misuse; 4 no "
                    + "token, or no answer from the server."
        })
final class BulkStepCommand extends ClientCommand {

    private final String step;

    @Mixin
    private final BulkEndArgument bulkEnd = new BulkEndArgument();

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
        bulkEnd.check();
    }

    @Override
    int act(Server server) {
        var bulk = BulkView.of(server.post(bulkEnd.path() + "/actions/" + step, Json.object()));
        screen().say(
                        json()
                                ? Json.write(bulk.resource().node())
                                : bulk.id() + " is " + bulk.state() + ": " + bulk.counts());
        return DONE;
    }
}
