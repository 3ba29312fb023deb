package dev.signalbox.app.cli;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives an account, and with it all of its tokens, another role. */
@Command(name = "role", description = "Give an account another role; its tokens have it from the next request on.")
final class AccountRoleCommand extends NamedAccountCommand {

    @Parameters(
            index = "1",
            paramLabel = "ROLE",
            converter = RoleName.class,
            description = "site-admin, support, user or runner.")
    @SuppressWarnings("NullAway.Init")
    private Role role;

    AccountRoleCommand(CommandContext context) {
        super(context);
    }

    @Override
    void act(Account account, AccessPorts ports, Terminal terminal) {
        ports.accounts().change(account.id(), new Change(Optional.of(role), Optional.empty()), Actor.atTheServer());
        terminal.say("Account " + account.name() + " has the role " + role.wireName() + ".");
    }
}
