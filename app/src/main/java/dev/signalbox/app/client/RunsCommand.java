package dev.signalbox.app.client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do about runs. */
@Command(name = "runs", description = "List, show, watch and end the runs of a server, here or elsewhere.")
final class RunsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "runs: list, show, watch or cancel?");
    }
}
