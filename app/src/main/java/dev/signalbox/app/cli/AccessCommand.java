package dev.signalbox.app.cli;

import dev.signalbox.app.console.Failure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command about accounts or tokens: it needs the database for a moment, and no web. */
abstract class AccessCommand implements Callable<Integer> {

    private static final int CONNECTIONS = 2;

    private final CommandContext context;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    AccessCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() {
        check();
        try (var installation = context.installation(settings)) {
            act(context.access().over(installation.openForCommand(CONNECTIONS)), context.terminal());
        }
        if (!context.terminal().hasSaidAll()) {
            throw new Failure("The output could not be written to its end.");
        }
        return 0;
    }

    /** Refuses arguments that make no sense, before the database is started for them. */
    void check() {}

    abstract void act(AccessPorts ports, Terminal terminal);
}
