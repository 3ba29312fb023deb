package dev.signalbox.app.client;

import dev.signalbox.domain.audit.AuditEvent;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Why runs are forced to an end. */
final class Reason {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Why; it is kept in the audit.")
    @SuppressWarnings("NullAway.Init")
    private String text;

    String text() {
        return text;
    }

    /** Throws {@link ParameterException} for one that says nothing, or more than is kept. */
    void check() {
        if (text.isBlank() || text.codePointCount(0, text.length()) > AuditEvent.MAX_REASON_LENGTH) {
            throw new ParameterException(
                    command.commandLine(),
                    "--reason must have from 1 to " + AuditEvent.MAX_REASON_LENGTH + " characters.");
        }
    }
}
