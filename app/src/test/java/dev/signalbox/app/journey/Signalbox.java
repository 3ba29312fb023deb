package dev.signalbox.app.journey;

import dev.signalbox.rest.testing.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** An installation of its own: the application's jar as a process, with a data directory that is kept over restarts. */
public final class Signalbox implements AutoCloseable {

    /** The first administrator's password, given by file as an operator would. */
    static final String ADMIN_PASSWORD = "a password for the journeys";

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Path home;
    private final int port;
    private final Map<List<String>, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> environment;
    private Process process;

    private Signalbox(Path home, int port, Map<String, String> environment) {
        this.home = home;
        this.port = port;
        this.environment = environment;
    }

    /** Starts a new installation and waits until it answers. */
    static Signalbox start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** Starts a new installation that is set up by these variables besides. */
    public static Signalbox start(Map<String, String> environment) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("signalbox-journey");
        Files.writeString(home.resolve("password"), ADMIN_PASSWORD + "\n");
        Signalbox signalbox = new Signalbox(home, freePort(), environment);
        signalbox.launch();
        return signalbox;
    }

    /** The base of all URLs, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A client with a token of that role, restricted to the organizations if there are any. */
    public Api as(String role, String... organizations) {
        return new Api(url().toString(), token(role, organizations));
    }

    /** A token of that role, made on the command line once and used again. */
    public String token(String role, String... organizations) {
        List<String> key = new ArrayList<>(List.of(organizations));
        key.addFirst(role);
        return tokens.computeIfAbsent(key, k -> {
            List<String> arguments = new ArrayList<>(List.of("token", "create", "--quiet", "--role", role));
            arguments.addAll(List.of("--name", "journey-" + role));
            for (String organization : organizations) {
                arguments.addAll(List.of("--organization", organization));
            }
            return run(arguments).strip();
        });
    }

    /** Runs a command of the application against this installation and returns what it printed. */
    String run(List<String> arguments) {
        try {
            Process command = java(arguments)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            home.resolve("commands.log").toFile()))
                    .start();
            String output =
                    new String(command.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!command.waitFor(60, TimeUnit.SECONDS) || command.exitValue() != 0) {
                throw new IllegalStateException(
                        arguments + " failed: " + Files.readString(home.resolve("commands.log")));
            }
            return output;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Starts a command that asks this installation over HTTP; what it says on both outputs is one stream. */
    Process ask(String token, String... arguments) throws IOException {
        ProcessBuilder command = java(List.of(arguments)).redirectErrorStream(true);
        command.environment().put("SIGNALBOX_URL", url().toString());
        command.environment().put("SIGNALBOX_TOKEN", token);
        // As in most containers of CI systems.
        command.environment().put("LC_ALL", "C");
        return command.start();
    }

    /** A connection to the installation's own database, as its superuser. */
    Connection database() throws SQLException {
        try {
            Path postgres = home.resolve("data").resolve("postgres");
            String url = "jdbc:postgresql://127.0.0.1:"
                    + Files.readString(postgres.resolve("port")).strip() + "/signalbox";
            return DriverManager.getConnection(
                    url,
                    "postgres",
                    Files.readString(postgres.resolve("password")).strip());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Ends the application with KILL; its PostgreSQL stays behind, as it would on a machine that goes on. */
    void killHard() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Starts the application again on the same data and the same port. */
    public void restart() throws IOException, InterruptedException {
        launch();
    }

    /** What the application has printed so far. */
    String output() throws IOException {
        return Files.readString(home.resolve("signalbox.log"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        Folders.delete(home);
    }

    /** Stops the application as an operator does, with all that belongs to it; its data stay. */
    public void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("did not stop when told to: " + output());
        }
    }

    private void launch() throws IOException, InterruptedException {
        process = java(List.of("start"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("signalbox.log").toFile()))
                .start();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("did not start: " + output());
            }
            Thread.sleep(200);
        }
    }

    private boolean answers() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest ping = HttpRequest.newBuilder(url().resolve("/api/v2/ping"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private ProcessBuilder java(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("signalbox.jar", "target/signalbox.jar")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGNALBOX_"));
        // A journey asks faster than a client would.
        builder.environment().put("SIGNALBOX_RATE_LIMIT", "0");
        builder.environment().put("SIGNALBOX_PORT", Integer.toString(port));
        builder.environment().put("SIGNALBOX_DATA_DIR", home.resolve("data").toString());
        builder.environment()
                .put("SIGNALBOX_ADMIN_PASSWORD_FILE", home.resolve("password").toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /**
     * A port of the loopback that nobody had a moment ago, and that nobody gets by chance: it lies below those that the
     * operating system gives to who asks for any.
     */
    public static int freePort() {
        return new Random()
                .ints(20_000, 30_000)
                .filter(Signalbox::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
