package dev.signalbox.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signalbox.app.console.Failure;
import dev.signalbox.app.console.Progress;
import javax.sql.DataSource;

/** A pool of connections to a database whose schema is the one that this Signalbox needs. */
public final class Database implements AutoCloseable {

    private static final long CONNECTION_TIMEOUT_MS = 10_000;

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Opens the database and brings its schema up to date. Throws {@link Failure}. */
    public static Database open(DatabaseAddress address, int connections, Progress progress) {
        var database = openAsItIs(address, connections);
        try {
            Migrations.run(database.pool, progress);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /** Opens the database of a Signalbox that runs, which has seen to the schema. Throws {@link Failure}. */
    public static Database openAsItIs(DatabaseAddress address, int connections) {
        ServerCheck.check(address);
        var config = new HikariConfig();
        config.setPoolName("signalbox");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        // Whatever the server's default is: the adapters lock rows and then need a fresh snapshot of what they locked.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
        config.addDataSourceProperty("ApplicationName", "signalbox");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new Database(new HikariDataSource(config));
    }

    /** The pool itself. */
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
