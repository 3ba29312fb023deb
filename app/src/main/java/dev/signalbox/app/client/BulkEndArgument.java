package dev.signalbox.app.client;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The bulk end that a command is about. */
final class BulkEndArgument {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "ID", description = "The bulk end's ID; bulk list shows them.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    String id() {
        return id;
    }

    /** The path of the bulk end on the server. */
    String path() {
        return BulkView.PATH + "/" + id;
    }

    /** Throws {@link ParameterException} for what can be no ID. */
    void check() {
        if (!BulkView.isId(id)) {
            throw new ParameterException(command.commandLine(), "That is no ID of a bulk end: bulk list shows them.");
        }
    }
}
