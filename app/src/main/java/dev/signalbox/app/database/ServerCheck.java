package dev.signalbox.app.database;

import dev.signalbox.app.console.Failure;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A first look at a database server, so that what is wrong with it is said in one sentence. */
final class ServerCheck {

    private static final int OLDEST_MAJOR = 14;
    private static final String CONNECT_SECONDS = "10";

    private ServerCheck() {}

    /** Throws {@link Failure} if the database cannot be reached or its server is older than PostgreSQL 14. */
    static void check(DatabaseAddress address) {
        int major = majorVersion(address);
        if (major < OLDEST_MAJOR) {
            throw new Failure("The database " + address + " runs PostgreSQL " + major + "; Signalbox needs "
                    + OLDEST_MAJOR + " or newer.");
        }
    }

    private static int majorVersion(DatabaseAddress address) {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        try (var connection = DriverManager.getConnection(address.url(), properties)) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new Failure("The database " + address + " cannot be reached: " + firstLine(e) + ".", e);
        }
    }

    private static String firstLine(SQLException e) {
        var message = e.getMessage();
        return message == null
                ? e.toString()
                : message.lines().findFirst().orElse("").replaceAll("\\.+$", "");
    }
}
