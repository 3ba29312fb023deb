package dev.signalbox.app.cli;

import javax.sql.DataSource;

/** Makes {@link AccessPorts} over a database, without the web. */
@FunctionalInterface
public interface AccessFactory {

    /** The ports over that database. */
    AccessPorts over(DataSource database);
}
