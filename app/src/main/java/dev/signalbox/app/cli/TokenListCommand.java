package dev.signalbox.app.cli;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.TokenAdministration;
import dev.signalbox.domain.port.in.TokenAdministration.Listed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Lists the tokens there are, without their texts, which are kept nowhere. */
@Command(name = "list", description = "List all tokens, newest first.")
final class TokenListCommand extends AccessCommand {

    private static final String ROW = "%-20s %-20s %-10s %-20s %-20s %-20s %-20s %s";

    TokenListCommand(CommandContext context) {
        super(context);
    }

    @Override
    void act(AccessPorts ports, Terminal terminal) {
        terminal.say(
                ROW.formatted("ID", "ACCOUNT", "ROLE", "CREATED", "LAST USED", "EXPIRES", "REVOKED", "ORGANIZATIONS"));
        page(ports.tokens(), 1, terminal);
    }

    private static void page(TokenAdministration tokens, long number, Terminal terminal) {
        Page<Listed> page =
                tokens.list(Optional.empty(), new PageRequest(number, PageRequest.MAX_SIZE), Actor.atTheServer());
        page.items().stream().map(TokenListCommand::row).forEach(terminal::say);
        if (number < page.totalPages()) {
            page(tokens, number + 1, terminal);
        }
    }

    private static String row(Listed listed) {
        var token = listed.token();
        return ROW.formatted(
                token.id(),
                listed.account().name(),
                listed.account().role().wireName(),
                second(Optional.of(token.createdAt()), "-"),
                second(token.lastUsedAt(), "never"),
                second(token.expiresAt(), "never"),
                second(token.revokedAt(), "-"),
                token.organizations().isEmpty() ? "all" : String.join(",", token.organizations()));
    }

    private static String second(Optional<Instant> time, String otherwise) {
        return time.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse(otherwise);
    }
}
