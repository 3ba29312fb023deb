package dev.signalbox.app.cli;

import dev.signalbox.app.client.ClientCommands;
import dev.signalbox.app.console.Failure;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "signalbox",
        description = "Signalbox, a control room for Terraform runs.",
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = false,
        footer = {
            "",
            "bin/signalbox test runs every test; COMMAND --help tells a command's options.",
            "",
            "runs, bulk and audit ask a server, here or elsewhere: SIGNALBOX_URL or --url "
                    + "(http://127.0.0.1:8080), with the token SIGNALBOX_TOKEN, or the content of the file "
                    + "SIGNALBOX_TOKEN_FILE. They believe the certificates that the JDK believes, or those in the "
                    + "PEM file SSL_CERT_FILE.",
            "",
            "The settings are the same in all other commands. Each is a flag and a variable of the "
                    + "environment: --data-dir is SIGNALBOX_DATA_DIR.",
            "  --port                    port to listen on (8080)",
            "  --listen                  address to listen on (127.0.0.1)",
            "  --data-dir                where the embedded PostgreSQL keeps its data",
            "                            ($$XDG_DATA_HOME/signalbox or",
            "                            ~/.local/share/signalbox)",
            "  --database-url            use this PostgreSQL, 14 or newer, not the embedded:",
            "                            postgresql://HOST:PORT/DATABASE",
            "  --database-user           its user (the one in the URL, or signalbox)",
            "  --database-password-file  its password; or set SIGNALBOX_DATABASE_PASSWORD",
            "  --admin-password-file     the password of the first site admin; without it,",
            "                            one is made at the first start and shown once",
            "",
            "start has these besides:",
            "  --rate-limit              API requests a second for each token (30);",
            "                            0 is no limit",
            "  --trusted-proxies         comma list of addresses and ranges of the proxies",
            "                            in front, whose X-Forwarded headers count (none)",
            "  --tls-certificate         PEM file: answer by HTTPS",
            "  --tls-key                 PEM file with its private key",
            "  --public-url              where people reach the portal, for links",
            "  --webhook-url             post here what needs attention and what was forced",
            "  --webhook-secret-file     signs the posts; or set SIGNALBOX_WEBHOOK_SECRET",
            "  --webhook-networks        comma list of internal addresses it may reach",
            "  --smtp-url                write e-mail by this server:",
            "                            smtps://[USER@]HOST[:PORT]",
            "  --smtp-password-file      its user's password; or set SIGNALBOX_SMTP_PASSWORD",
            "  --mail-from               whom the e-mail is from",
            "  --mail-to                 comma list of those who get it"
        })
public final class CommandLineInterface implements Runnable {

    /** The exit code for a command that was understood and failed. */
    static final int FAILED = 1;

    /** The exit code for a command that was not understood. */
    static final int MISUSED = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private CommandLineInterface() {}

    /**
     * Runs a command to its end and returns the exit code: 0, 1 if it failed, 2 if it was not understood; commands that
     * ask a server have more.
     *
     * @param server asked for only by commands that need the application, and always the same
     */
    public static int run(
            String[] arguments, Map<String, String> environment, AccessFactory access, Supplier<WebServer> server) {
        var out = new PrintWriter(System.out, true, charset(System.out));
        var err = new PrintWriter(System.err, true, charset(System.err));
        return of(new CommandContext(environment, new Terminal(out, err, coloured(environment)), access, server))
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    /** Where no locale was chosen, as in most containers, Java would write a question mark for each é. */
    private static Charset charset(PrintStream stream) {
        return stream.charset().equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : stream.charset();
    }

    /** Java cannot tell whether the error output is a terminal; the script that starts it can, and says so. */
    private static boolean coloured(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && Boolean.getBoolean("signalbox.terminal");
    }

    static CommandLine of(CommandContext context) {
        var token = new CommandLine(new TokenCommand())
                .addSubcommand(new TokenCreateCommand(context))
                .addSubcommand(new TokenListCommand(context))
                .addSubcommand(new TokenRevokeCommand(context));
        var all = new CommandLine(new CommandLineInterface())
                .addSubcommand(new StartCommand(context))
                .addSubcommand(token)
                .addSubcommand(account(context));
        var terminal = context.terminal();
        ClientCommands.over(context.environment(), terminal.out(), terminal.err())
                .forEach(all::addSubcommand);
        addHelp(all);
        return all.setDefaultValueProvider(new EnvironmentDefaults(context.environment()))
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((e, arguments) -> misused(e, List.of(arguments)))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, parsed.originalArgs()));
    }

    private static CommandLine account(CommandContext context) {
        return new CommandLine(new AccountCommand())
                .addSubcommand(new AccountListCommand(context))
                .addSubcommand(new AccountCreateCommand(context))
                .addSubcommand(new AccountRoleCommand(context))
                .addSubcommand(new AccountDisableCommand(context))
                .addSubcommand(new AccountEnableCommand(context))
                .addSubcommand(new AccountResetCommand(context));
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        command.getSubcommands().values().stream()
                .filter(sub -> !(sub.getCommand() instanceof HelpCommand))
                .forEach(CommandLineInterface::addHelp);
    }

    private static int misused(ParameterException e, List<String> arguments) {
        var command = e.getCommandLine();
        ClientCommands.errors(e, arguments).ifPresentOrElse(command.getErr()::println, () -> {
            command.getErr().println("signalbox: " + e.getMessage());
            command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        });
        return MISUSED;
    }

    private static int failed(Exception e, CommandLine command, List<String> arguments) {
        switch (e) {
            case ParameterException misuse -> {
                return misused(misuse, arguments);
            }
            case Failure failure -> command.getErr().println("signalbox: " + failure.getMessage());
            case Refused refused -> command.getErr().println("signalbox: " + sentence(refused.refusal()));
            default -> {
                command.getErr().println("signalbox: something went wrong that should not: " + e);
                e.printStackTrace(command.getErr());
            }
        }
        return FAILED;
    }

    /** Whoever sits at the server may know what there is, so what is not found does not exist. */
    private static String sentence(Refusal refusal) {
        return refusal instanceof Refusal.NotFound(var subject)
                ? "The " + subject.word() + " does not exist."
                : refusal.detail();
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
