package dev.signalbox.app.cli;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Shuts an account out, with all of its tokens. */
@Command(
        name = "disable",
        description = "Disable an account: its tokens and its sign-in are refused from the next request on.")
final class AccountDisableCommand extends NamedAccountCommand {

    AccountDisableCommand(CommandContext context) {
        super(context);
    }

    @Override
    void act(Account account, AccessPorts ports, Terminal terminal) {
        ports.accounts().change(account.id(), new Change(Optional.empty(), Optional.of(true)), Actor.atTheServer());
        terminal.say("Account " + account.name()
                + " is disabled: its tokens and its sign-in are refused from the next request on.");
    }
}
