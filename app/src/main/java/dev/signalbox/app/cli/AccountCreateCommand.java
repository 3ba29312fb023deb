package dev.signalbox.app.cli;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an account, and for a person a password that is shown this once. */
@Command(
        name = "create",
        description = "Create an account for a person, whose password is shown once and must be changed at the first"
                + " sign-in; or a service account, which has tokens only.")
final class AccountCreateCommand extends AccessCommand {

    @Parameters(paramLabel = "NAME", description = "The account's name.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            converter = RoleName.class,
            description = "site-admin, support, user or runner.")
    @SuppressWarnings("NullAway.Init")
    private Role role;

    @Option(names = "--service", description = "A service account, that nobody can sign in with.")
    private boolean service;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    AccountCreateCommand(CommandContext context) {
        super(context);
    }

    @Override
    void check() {
        if (!Name.matches(name)) {
            throw new ParameterException(spec.commandLine(), "NAME " + Name.PROBLEM + ".");
        }
    }

    @Override
    void act(AccessPorts ports, Terminal terminal) {
        if (service) {
            ports.accounts().createService(name, role, Actor.atTheServer());
            terminal.say("Service account " + name + " has been created, role " + role.wireName()
                    + ". Next: bin/signalbox token create --role " + role.wireName() + " --name " + name);
            return;
        }
        var password =
                ports.accounts().createPerson(name, role, Actor.atTheServer()).password();
        terminal.say("Account " + name + " has been created, role " + role.wireName()
                + ". Its password, shown only this once and to be changed at the first sign-in:");
        terminal.say("    " + password);
    }
}
