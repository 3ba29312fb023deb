package dev.signalbox.app.postgres;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.console.Progress;
import dev.signalbox.app.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * The PostgreSQL server that belongs to a data directory.
 *
 * <p>It starts the server in a session of its own, so a Ctrl-C at the terminal reaches Signalbox alone, which stops the
 * server when nobody needs it any more. A server that an earlier Signalbox left behind, having been killed, is stopped
 * first. Only the holder of the data directory's {@link DirectoryLock} may use it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final String WAIT_SECONDS = "240";

    private final Path home;
    private final PostgresPrograms programs;
    private final PostgresCommand command;
    private final Cluster cluster;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;

    EmbeddedPostgres(Path home, PostgresPrograms programs) {
        this.home = home;
        this.programs = programs;
        this.command = new PostgresCommand(programs, home.resolve("command.log"));
        this.cluster = new Cluster(home.resolve("data"));
    }

    /** Unpacks the programs if they are missing; starts nothing. Throws {@link Failure}. */
    public static EmbeddedPostgres of(DataDirectory directory) {
        var home = directory.postgres();
        return new EmbeddedPostgres(home, PostgresPrograms.unpack(home));
    }

    /** The database of a server that another process has started. Throws {@link Failure} while there is none. */
    public static DatabaseAddress ofRunningServer(DataDirectory directory) {
        try {
            var home = directory.postgres();
            return LocalDatabase.address(
                    Integer.parseInt(Files.readString(portFile(home)).strip()), password(home));
        } catch (IOException | NumberFormatException e) {
            throw new Failure(
                    "The Signalbox that runs on " + directory.root() + " is only just starting: try again.", e);
        }
    }

    /**
     * Starts the server, on a new cluster if there is none. Throws {@link Failure}; a failed start leaves no server
     * behind.
     */
    public DatabaseAddress start(Progress progress) {
        lock.lock();
        try {
            var password = LocalDatabase.passwordIn(passwordFile(home));
            prepareCluster(progress);
            stopLeftover(progress);
            int port = LocalPort.chooseAndKeep(portFile(home));
            cluster.configure(port);
            progress.step("Starting PostgreSQL …");
            startServer();
            return LocalDatabase.prepare(port, password);
        } catch (IOException e) {
            throw new Failure("PostgreSQL cannot be started in " + home + ": " + e + ".", e);
        } finally {
            lock.unlock();
        }
    }

    private void prepareCluster(Progress progress) throws IOException {
        if (!cluster.exists()) {
            failIfClosed();
            progress.step("Making a database in " + home + " …");
            cluster.create(command, passwordFile(home));
        }
        cluster.checkVersion(majorVersion());
    }

    private int majorVersion() {
        var output = command.run("postgres", "--version").output();
        var found = VERSION.matcher(output);
        if (!found.find()) {
            throw new Failure("PostgreSQL's programs do not run on this machine (" + output.strip()
                    + "): name a server of your own with --database-url.");
        }
        return Integer.parseInt(found.group(1));
    }

    private void stopLeftover(Progress progress) throws IOException {
        var file = PostmasterFile.read(cluster.folder());
        if (file.isEmpty()) {
            return;
        }
        switch (file.get().writer(programs)) {
            case RUNS -> {
                progress.step("Stopping the PostgreSQL that an earlier Signalbox left behind …");
                stopServer();
            }
            // Its number may belong to a stranger by now, whom PostgreSQL would take for a living server.
            case GONE -> Files.deleteIfExists(PostmasterFile.path(cluster.folder()));
            // Two servers on one cluster would destroy it.
            case UNKNOWN ->
                throw new Failure("Process " + file.get().pid()
                        + " may be a PostgreSQL that runs on " + cluster.folder()
                        + ": stop it, or delete " + PostmasterFile.path(cluster.folder()) + " if it is another's.");
        }
    }

    private void startServer() {
        failIfClosed();
        command.run("pg_ctl", "start", "--pgdata=" + cluster.folder(), "--wait", "--timeout=" + WAIT_SECONDS)
                .orFail("PostgreSQL did not start (see " + home.resolve("log") + ")");
        // Whoever closes waits for this, and then stops the server.
        failIfClosed();
    }

    private void failIfClosed() {
        if (closed) {
            throw new Failure("Stopped before PostgreSQL had started.");
        }
    }

    private void stopServer() {
        var result = command.run(
                "pg_ctl", "stop", "--pgdata=" + cluster.folder(), "--mode=fast", "--timeout=" + WAIT_SECONDS);
        // One that was ending already may be gone before it is told to, which pg_ctl takes for a failure.
        if (Files.exists(PostmasterFile.path(cluster.folder()))) {
            result.orFail("PostgreSQL did not stop");
        }
    }

    /** Stops the server, or gives up starting it; does nothing if there is none. */
    @Override
    public void close() {
        closed = true;
        command.giveUp();
        lock.lock();
        try {
            var file = PostmasterFile.read(cluster.folder());
            if (file.isPresent() && file.get().writer(programs) == PostmasterFile.Writer.RUNS) {
                stopServer();
            }
        } catch (IOException e) {
            throw new Failure("PostgreSQL cannot be stopped in " + home + ": " + e + ".", e);
        } finally {
            lock.unlock();
        }
    }

    private static Path portFile(Path home) {
        return home.resolve("port");
    }

    private static Path passwordFile(Path home) {
        return home.resolve("password");
    }

    private static String password(Path home) throws IOException {
        return Files.readString(passwordFile(home)).strip();
    }
}
