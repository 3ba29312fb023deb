package dev.signalbox.app.client;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The commands, ready to be hung into a command line. */
public final class ClientCommands {

    private ClientCommands() {}

    /** All of them, over an environment and two outputs. */
    public static List<CommandLine> over(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        var questions = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(_ -> new BufferedReader(new InputStreamReader(System.in, System.out.charset())));
        var screen = new Screen(out, err, Look.around(environment));
        // System.out would keep to itself that nobody takes what it writes.
        var bytes = new FileOutputStream(FileDescriptor.out);
        return over(new ClientContext(environment, screen, bytes, questions, ClientContext.ANSWER_LIMIT, Pause::sleep));
    }

    /** A misuse as an errors document; absent unless one of these commands was to answer a script. */
    public static Optional<String> errors(ParameterException misuse, List<String> arguments) {
        boolean json = arguments.contains("--json")
                && misuse.getCommandLine().getCommandSpec().findOption("--json") != null;
        return json
                ? Optional.of(Json.write(Json.problem("misuse", String.valueOf(misuse.getMessage()))))
                : Optional.empty();
    }

    static List<CommandLine> over(ClientContext context) {
        var runs = new CommandLine(new RunsCommand())
                .addSubcommand(new RunsListCommand(context))
                .addSubcommand(new RunsShowCommand(context))
                .addSubcommand(new RunsWatchCommand(context))
                .addSubcommand(new RunsLogCommand(context))
                .addSubcommand(new RunsCancelCommand(context));
        var audit = new CommandLine(new AuditCommand())
                .addSubcommand(new AuditListCommand(context))
                .addSubcommand(new AuditExportCommand(context));
        return List.of(runs, bulk(context), audit);
    }

    private static CommandLine bulk(ClientContext context) {
        return new CommandLine(new BulkCommand())
                .addSubcommand(new BulkStartCommand(context))
                .addSubcommand(new BulkListCommand(context))
                .addSubcommand(new BulkShowCommand(context))
                .addSubcommand(BulkStepCommand.named("pause", "Hold a bulk end before its next run.", context))
                .addSubcommand(BulkStepCommand.named("resume", "Let a paused bulk end go on.", context))
                .addSubcommand(BulkStepCommand.named(
                        "stop", "End a bulk end before its next run; the runs that are left go on.", context))
                .addSubcommand(new BulkOutcomesCommand(context))
                .addSubcommand(new BulkExportCommand(context));
    }
}
