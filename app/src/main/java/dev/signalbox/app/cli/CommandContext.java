package dev.signalbox.app.cli;

import java.util.Map;
import java.util.function.Supplier;

/** What the commands have in common: the environment, the terminal, and the application behind them. */
record CommandContext(
        Map<String, String> environment, Terminal terminal, AccessFactory access, Supplier<WebServer> server) {

    /** An installation whose database is closed at the latest when the JVM ends. */
    Installation installation(SettingsOptions options) {
        var installation = new Installation(options.settings(environment), terminal);
        server.get().afterStop(installation::close);
        return installation;
    }
}
