package dev.signalbox.app.cli;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.console.FileTrouble;
import dev.signalbox.app.database.DatabaseAddress;
import dev.signalbox.app.database.PostgresUrl;
import dev.signalbox.app.postgres.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The settings as options, the same in every command; each is also a variable of the environment. */
final class SettingsOptions {

    /** The flags for which {@link EnvironmentDefaults} looks into the environment. */
    static final Set<String> FLAGS = Set.of(
            "--listen",
            "--port",
            "--data-dir",
            "--database-url",
            "--database-user",
            "--database-password-file",
            "--admin-password-file");

    private static final int MAX_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (SIGNALBOX_LISTEN; 127.0.0.1). 0.0.0.0 is every IPv4 address.")
    private String listen = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on (SIGNALBOX_PORT; 8080). 0 is any that is free.")
    private String port = "8080";

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where the embedded PostgreSQL keeps its data (SIGNALBOX_DATA_DIR;"
                    + " $$XDG_DATA_HOME/signalbox or ~/.local/share/signalbox).")
    private @Nullable String dataDir;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "Use this PostgreSQL, 14 or newer, and not the embedded one (SIGNALBOX_DATABASE_URL):"
                    + " postgresql://HOST:PORT/DATABASE."
                    + " Its password is never a flag: set SIGNALBOX_DATABASE_PASSWORD.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--database-user",
            paramLabel = "USER",
            description = "Its user (SIGNALBOX_DATABASE_USER; the one in the URL, or signalbox).")
    private @Nullable String databaseUser;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "A file with its password (SIGNALBOX_DATABASE_PASSWORD_FILE).")
    private @Nullable String databasePasswordFile;

    @Option(
            names = "--admin-password-file",
            paramLabel = "FILE",
            description = "A file with the password that the site admin \"admin\" gets at the very first start"
                    + " (SIGNALBOX_ADMIN_PASSWORD_FILE; one is made and shown once).")
    private @Nullable String adminPasswordFile;

    /**
     * Reads the options. Throws {@link ParameterException} for one that is not acceptable, {@link Failure} for a lost
     * file.
     */
    Settings settings(Map<String, String> environment) {
        return new Settings(
                address(),
                portNumber(),
                new DataDirectory(dataDir == null ? defaultDataDir(environment) : check().path("--data-dir", dataDir)),
                Optional.ofNullable(databaseUrl).map(url -> database(url, environment)),
                Optional.ofNullable(adminPasswordFile).map(file -> check().path("--admin-password-file", file)));
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(listen.strip());
        } catch (UnknownHostException e) {
            throw check().unacceptable("--listen", "must be an address of this machine, not \"" + listen + "\"");
        }
    }

    private int portNumber() {
        var text = port.strip();
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MAX_PORT) {
            throw check().unacceptable("--port", "must be a number from 0 to " + MAX_PORT + ", not \"" + port + "\"");
        }
        return Integer.parseInt(text);
    }

    /** By the XDG base directory specification, a relative XDG_DATA_HOME is to be ignored. */
    private static Path defaultDataDir(Map<String, String> environment) {
        var xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        var base = xdg.startsWith("/") ? Path.of(xdg) : home(environment).resolve(".local", "share");
        return base.resolve("signalbox");
    }

    /** As a shell expands ~: the JDK asks the system alone, and HOME may be elsewhere. */
    private static Path home(Map<String, String> environment) {
        var home = environment.getOrDefault("HOME", "");
        return Path.of(home.startsWith("/") ? home : System.getProperty("user.home"));
    }

    private DatabaseAddress database(String text, Map<String, String> environment) {
        try {
            var url = PostgresUrl.parse(text);
            var user = Optional.ofNullable(databaseUser).or(url::user).orElse("signalbox");
            return new DatabaseAddress(url.jdbc(), user, databasePassword(environment));
        } catch (IllegalArgumentException e) {
            throw check().unacceptable("--database-url", String.valueOf(e.getMessage()));
        }
    }

    private String databasePassword(Map<String, String> environment) {
        if (databasePasswordFile == null) {
            return environment.getOrDefault("SIGNALBOX_DATABASE_PASSWORD", "");
        }
        return secretIn(check().path("--database-password-file", databasePasswordFile), "--database-password-file");
    }

    /** The first line of a file. Throws {@link Failure} if it cannot be read. */
    static String secretIn(Path file, String flag) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new Failure("The file " + file + " (" + flag + ") cannot be read: " + FileTrouble.of(e) + ".", e);
        }
    }

    private OptionCheck check() {
        return new OptionCheck(command);
    }
}
