package dev.signalbox.app.cli;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.TokenAdministration;
import dev.signalbox.domain.port.in.TokenAdministration.Issued;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a token and shows it this once. */
@Command(
        name = "create",
        description = "Create a token for an account, which is created too if it is missing. It is shown only once.")
final class TokenCreateCommand extends AccessCommand {

    /** What is refused is named as in the API; whoever typed a command is told of its flags. */
    private static final Map<String, String> FLAGS =
            Map.of("account", "--name", "role", "--role", "organizations", "--organization", "expires-at", "--expires");

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            converter = RoleName.class,
            description = "site-admin, support, user or runner.")
    @SuppressWarnings("NullAway.Init")
    private Role role;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "The account's name.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--organization",
            paramLabel = "ORGANIZATION",
            description = "Restrict the token to this organization; may be given several times.")
    private List<String> organizations = List.of();

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = Lifetime.class,
            description = "How long it is valid, such as 90d, 12h or 30m; for ever if not given.")
    private @Nullable Duration lifetime;

    @Option(names = "--quiet", description = "Print the token and nothing else.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    TokenCreateCommand(CommandContext context) {
        super(context);
    }

    @Override
    void check() {
        if (!Name.matches(name)) {
            throw new ParameterException(spec.commandLine(), "--name " + Name.PROBLEM + ".");
        }
        organizations.stream()
                .filter(organization -> !Name.matches(organization))
                .forEach(_ -> {
                    throw new ParameterException(spec.commandLine(), "--organization " + Name.PROBLEM + ".");
                });
    }

    @Override
    void act(AccessPorts ports, Terminal terminal) {
        var restrictedTo =
                organizations.stream().map(OrganizationName::new).collect(Collectors.toCollection(LinkedHashSet::new));
        var expiry = Optional.ofNullable(lifetime).map(Instant.now()::plus);
        var issued = create(ports.tokens(), restrictedTo, expiry);
        if (quiet) {
            terminal.say(issued.text());
            return;
        }
        terminal.say("Token " + issued.token().id() + " of account " + name + ", role " + role.wireName()
                + issued.token().expiresAt().map(end -> ", valid until " + end).orElse("") + ":");
        terminal.say("    " + issued.text());
        terminal.say("It is shown only this once. Send it as the header Authorization: Bearer TOKEN.");
    }

    private Issued create(TokenAdministration tokens, Set<OrganizationName> restrictedTo, Optional<Instant> expiry) {
        try {
            return tokens.create(name, role, restrictedTo, expiry, Actor.atTheServer());
        } catch (Refused e) {
            throw e.refusal() instanceof Refusal.InvalidAttribute(var attribute, var problem)
                    ? new Refused(new Refusal.InvalidAttribute(FLAGS.getOrDefault(attribute, attribute), problem))
                    : e;
        }
    }
}
