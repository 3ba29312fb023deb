package dev.signalbox.app.postgres;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/** The role and the database that the application uses on its own server; it is no superuser there. */
final class LocalDatabase {

    private static final String NAME = "signalbox";
    private static final int PASSWORD_BYTES = 32;

    private LocalDatabase() {}

    /** The password that is kept in the file, made if there is none yet. Throws {@link Failure} if it is empty. */
    static String passwordIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            KeptFile.write(file, HexFormat.of().formatHex(bytes));
        }
        var password = Files.readString(file).strip();
        if (password.isEmpty()) {
            throw new Failure("The file " + file + " has lost the database's password: take it from a backup.");
        }
        return password;
    }

    static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress(url(port, NAME), NAME, password);
    }

    /**
     * Makes role and database as far as they are missing: a start that was interrupted may have left one without the
     * other.
     */
    static DatabaseAddress prepare(int port, String password) {
        try {
            try (var connection = connect(port, Cluster.SUPERUSER, password)) {
                if (isMissing(connection, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                    // The password is hexadecimal digits, so it needs no quoting.
                    run(connection, "create role " + NAME + " login password '" + password + "'");
                    run(connection, "grant pg_read_all_stats to " + NAME);
                }
                if (isMissing(connection, "select 1 from pg_database where datname = '" + NAME + "'")) {
                    run(connection, "create database " + NAME + " owner " + NAME);
                }
            }
            try (var connection = connect(port, NAME, password)) {
                run(connection, "create extension if not exists pg_stat_statements");
            }
            return address(port, password);
        } catch (SQLException e) {
            throw new Failure(
                    "PostgreSQL has started, but its database cannot be prepared: " + e.getMessage() + ".", e);
        }
    }

    private static Connection connect(int port, String database, String password) throws SQLException {
        return DriverManager.getConnection(url(port, database), Cluster.SUPERUSER, password);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
