package dev.signalbox.app.cli;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Lets a disabled account in again. */
@Command(
        name = "enable",
        description = "Enable an account again, with those of its tokens that are not revoked or expired.")
final class AccountEnableCommand extends NamedAccountCommand {

    AccountEnableCommand(CommandContext context) {
        super(context);
    }

    @Override
    void act(Account account, AccessPorts ports, Terminal terminal) {
        ports.accounts().change(account.id(), new Change(Optional.empty(), Optional.of(false)), Actor.atTheServer());
        terminal.say("Account " + account.name() + " is enabled.");
    }
}
