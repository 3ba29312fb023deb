package dev.signalbox.app.cli;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.console.Progress;
import dev.signalbox.app.database.Database;
import dev.signalbox.app.database.DatabaseAddress;
import dev.signalbox.app.postgres.DataDirectory;
import dev.signalbox.app.postgres.DirectoryLock;
import dev.signalbox.app.postgres.DirectoryLock.Holder;
import dev.signalbox.app.postgres.EmbeddedPostgres;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The database of an installation, opened for a command or for the application; with the embedded PostgreSQL that may
 * mean starting it.
 *
 * <p>Closing undoes what opening did, the last first: the pool, the server, the lock. It may be closed by another
 * thread while it is still being opened.
 */
final class Installation implements AutoCloseable {

    private static final Duration SERVER_PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Settings settings;
    private final Progress progress;
    private final Opened opened;

    Installation(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.opened = new Opened(progress);
    }

    /** Opens the database for the application. Throws {@link Failure}, also if the application runs already. */
    DataSource openForServer(int connections) {
        return settings.database()
                .map(address -> open(address, connections))
                .orElseGet(() -> openEmbedded(Holder.SERVER, connections));
    }

    /** Opens the database for a command, whether the application runs or not. Throws {@link Failure}. */
    DataSource openForCommand(int connections) {
        return settings.database()
                .map(address -> open(address, connections))
                .orElseGet(() -> openEmbedded(Holder.COMMAND, connections));
    }

    private DataSource openEmbedded(Holder holder, int connections) {
        var directory = settings.dataDirectory().prepare();
        var lock = DirectoryLock.take(directory, holder);
        if (lock.isPresent()) {
            opened.keep(lock.get());
            var postgres = EmbeddedPostgres.of(directory);
            opened.keep(postgres);
            return open(postgres.start(progress), connections);
        }
        return switch (holder) {
            case SERVER -> throw new Failure("Signalbox runs already on the data directory " + directory.root() + ".");
            case COMMAND -> openBesideServer(directory, connections);
        };
    }

    /** The application may be only just starting, so its database is given some time. */
    private DataSource openBesideServer(DataDirectory directory, int connections) {
        for (long tries = SERVER_PATIENCE.dividedBy(PAUSE); ; tries--) {
            try {
                var database = Database.openAsItIs(EmbeddedPostgres.ofRunningServer(directory), connections);
                opened.keep(database);
                return database.dataSource();
            } catch (Failure e) {
                if (tries <= 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for the database.", e);
        }
    }

    private DataSource open(DatabaseAddress address, int connections) {
        var database = Database.open(address, connections, progress);
        opened.keep(database);
        return database.dataSource();
    }

    @Override
    public void close() {
        opened.close();
    }
}
