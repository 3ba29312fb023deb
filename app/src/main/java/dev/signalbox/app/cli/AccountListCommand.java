package dev.signalbox.app.cli;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.AccountAdministration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Lists the accounts there are. */
@Command(name = "list", description = "List all accounts by name.")
final class AccountListCommand extends AccessCommand {

    private static final String ROW = "%-20s %-10s %-8s %-20s %s";

    AccountListCommand(CommandContext context) {
        super(context);
    }

    @Override
    void act(AccessPorts ports, Terminal terminal) {
        terminal.say(ROW.formatted("NAME", "ROLE", "KIND", "CREATED", "DISABLED"));
        page(ports.accounts(), 1, terminal);
    }

    private static void page(AccountAdministration accounts, long number, Terminal terminal) {
        var page = accounts.list(new PageRequest(number, PageRequest.MAX_SIZE), Actor.atTheServer());
        page.items().stream().map(AccountListCommand::row).forEach(terminal::say);
        if (number < page.totalPages()) {
            page(accounts, number + 1, terminal);
        }
    }

    private static String row(Account account) {
        return ROW.formatted(
                account.name(),
                account.role().wireName(),
                account.isPerson() ? "person" : "service",
                second(Optional.of(account.createdAt())),
                second(account.disabledAt()));
    }

    private static String second(Optional<Instant> time) {
        return time.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("-");
    }
}
