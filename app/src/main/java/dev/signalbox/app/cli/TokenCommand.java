package dev.signalbox.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do about tokens. */
@Command(name = "token", description = "Create, list and revoke API tokens; Signalbox may be running or not.")
final class TokenCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "token: create, list or revoke?");
    }
}
