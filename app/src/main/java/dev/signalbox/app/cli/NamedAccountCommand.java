package dev.signalbox.app.cli;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import picocli.CommandLine.Parameters;

/** A command about one account that there is. */
abstract class NamedAccountCommand extends AccessCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name, such as admin.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    NamedAccountCommand(CommandContext context) {
        super(context);
    }

    @Override
    final void act(AccessPorts ports, Terminal terminal) {
        act(ports.accounts().named(name, Actor.atTheServer()), ports, terminal);
    }

    abstract void act(Account account, AccessPorts ports, Terminal terminal);
}
