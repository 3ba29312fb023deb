package dev.signalbox.app.client;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only gathers others. */
abstract class Group implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(),
                spec.name() + ": which of "
                        + String.join(", ", spec.subcommands().keySet()) + "?");
    }
}
