package dev.signalbox.app.client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one run with all that the server knows of it. */
@Command(
        name = "show",
        description = "Show everything that is known of a run.",
        footer = {
            "",
            "--json prints the server's document: the run in data; plan, apply and workspace in included.",
            "Exit codes: 0; 1 the server refused; 2 misuse; 4 no token, or no answer from the server."
        })
final class RunsShowCommand extends ClientCommand {

    @Parameters(paramLabel = "ID", description = "The run's ID: run-…")
    @SuppressWarnings("NullAway.Init")
    private String id;

    RunsShowCommand(ClientContext context) {
        super(context);
    }

    @Override
    void check() {
        checkRun(id);
    }

    @Override
    int act(Server server) {
        var reply = RunOf.read(server, id);
        if (json()) {
            screen().say(Json.write(reply.document()));
        } else {
            RunPage.lines(reply, screen().look()).forEach(screen()::say);
        }
        return DONE;
    }
}
