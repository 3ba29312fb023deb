package dev.signalbox.app.cli;

import dev.signalbox.domain.port.in.AccessControl;
import javax.sql.DataSource;

/** Makes {@link AccessControl} over a database, without the web. */
@FunctionalInterface
public interface AccessFactory {

    /** The port over that database. */
    AccessControl over(DataSource database);
}
