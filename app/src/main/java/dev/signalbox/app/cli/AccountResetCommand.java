package dev.signalbox.app.cli;

import dev.signalbox.app.console.Failure;
import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import picocli.CommandLine.Command;

/** Gives a locked-out person a new password. */
@Command(
        name = "reset",
        description = "Give a person a new password, which is shown once and must be changed at the next sign-in.")
final class AccountResetCommand extends NamedAccountCommand {

    AccountResetCommand(CommandContext context) {
        super(context);
    }

    @Override
    void act(Account account, AccessPorts ports, Terminal terminal) {
        if (!account.isPerson()) {
            throw new Failure(account.name() + " is a service account, which has no password.");
        }
        var password = ports.accounts()
                .resetPassword(account.id(), Actor.atTheServer())
                .password();
        terminal.say("The new password of " + account.name()
                + ", shown only this once and to be changed at the next sign-in:");
        terminal.say("    " + password);
    }
}
