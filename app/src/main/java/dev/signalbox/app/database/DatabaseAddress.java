package dev.signalbox.app.database;

/**
 * Where a PostgreSQL database is, and as whom to go there.
 *
 * @param url for JDBC, without user and password
 */
public record DatabaseAddress(String url, String user, String password) {

    /** Without the password, for it must not reach a log. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
