package dev.signalbox.app.cli;

import dev.signalbox.domain.access.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a locked-out person a new password. */
@Command(
        name = "reset",
        description = "Give a person a new password, which is shown once and must be changed at the next sign-in.")
final class AccountResetCommand extends AccessCommand {

    @Parameters(paramLabel = "NAME", description = "The account's name, such as admin.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    AccountResetCommand(CommandContext context) {
        super(context);
    }

    @Override
    void act(AccessPorts ports, Terminal terminal) {
        var account = ports.accounts().named(name, Actor.atTheServer());
        var password = ports.accounts()
                .resetPassword(account.id(), Actor.atTheServer())
                .password();
        terminal.say("The new password of " + account.name()
                + ", shown only this once and to be changed at the next sign-in:");
        terminal.say("    " + password);
    }
}
