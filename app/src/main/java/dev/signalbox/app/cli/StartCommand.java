package dev.signalbox.app.cli;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.edge.Edge;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.refusal.Refused;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the application and stays until it is told to stop. */
@Command(name = "start", description = "Start Signalbox; Ctrl-C stops it.")
final class StartCommand implements Callable<Integer> {

    private static final String FIRST_ADMIN = "admin";
    private static final int CONNECTIONS = 20;

    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Mixin
    private final EdgeOptions edgeOptions = new EdgeOptions();

    @Mixin
    private final NotificationOptions notificationOptions = new NotificationOptions();

    StartCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var settings = options.settings(context.environment());
        var edge = edgeOptions.edge();
        var warning = edge.tls().flatMap(files -> files.check(Instant.now()));
        var notifications = notificationOptions.settings(context.environment());
        checkPort(settings);
        var database = context.installation(options).openForServer(CONNECTIONS);
        createFirstAdmin(context.access().over(database).access(), settings);
        context.terminal().step("Starting the application …");
        var logFile = settings.database().isPresent()
                ? Optional.<Path>empty()
                : Optional.of(settings.dataDirectory().logFile());
        var server = context.server().get();
        int port = server.start(settings.listen(), settings.port(), edge, notifications, database, logFile);
        sayWhereToGo(settings, edge, port);
        warning.ifPresent(context.terminal()::warn);
        server.awaitStop();
        return 0;
    }

    /** Before the database is touched: whoever finds the port taken has most likely started Signalbox twice. */
    private static void checkPort(Settings settings) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.listen(), settings.port()));
        } catch (IOException e) {
            throw new Failure(
                    "Port " + settings.port() + " of " + settings.listen().getHostAddress() + " cannot be used ("
                            + e.getMessage() + "): choose another with --port, or stop what uses it.",
                    e);
        }
    }

    private void createFirstAdmin(AccessControl access, Settings settings) {
        if (access.anyoneCanSignIn()) {
            return;
        }
        var file = settings.adminPasswordFile();
        if (file.isPresent()) {
            createFirstAdmin(access, file.get());
            return;
        }
        access.createFirstAdmin(FIRST_ADMIN, Optional.empty()).ifPresent(this::showPassword);
    }

    private static void createFirstAdmin(AccessControl access, Path file) {
        try {
            access.createFirstAdmin(FIRST_ADMIN, Optional.of(SettingsOptions.secretIn(file, "--admin-password-file")));
        } catch (Refused e) {
            throw new Failure(
                    "The site admin cannot be created with the password in " + file + ": "
                            + e.refusal().detail(),
                    e);
        }
    }

    /** To the terminal at once, for it is nowhere else, and never through logging. */
    private void showPassword(String password) {
        var terminal = context.terminal();
        terminal.say("The site admin \"" + FIRST_ADMIN + "\" has been created. Its password, shown only this once:");
        terminal.say("    " + password);
        terminal.say("It must be changed at the first sign-in.");
        if (!terminal.hasSaidAll()) {
            throw new Failure("The password could not be shown: `bin/signalbox account reset " + FIRST_ADMIN
                    + "` makes another.");
        }
    }

    private void sayWhereToGo(Settings settings, Edge edge, int port) {
        var url = (edge.tls().isPresent() ? "https://" : "http://") + host(settings.listen()) + ":" + port;
        context.terminal().say("Signalbox runs at " + url + "; Ctrl-C stops it.");
        context.terminal()
                .say("Next: sign in there as " + FIRST_ADMIN
                        + ", or make a token for the API: bin/signalbox token create --role site-admin --name NAME");
        if (edge.tls().isEmpty() && !settings.listen().isLoopbackAddress()) {
            context.terminal()
                    .warn("Without TLS, passwords and tokens cross the network in the clear: give --tls-certificate and"
                            + " --tls-key, or listen on 127.0.0.1 behind a proxy that has them.");
        }
    }

    private static String host(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return "localhost";
        }
        var text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
