package dev.signalbox.app.database;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.console.Progress;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to the version that this Signalbox needs. */
final class Migrations {

    private Migrations() {}

    /** Throws {@link Failure} if the schema is newer, was changed by hand, or cannot be brought up to date. */
    static void run(DataSource dataSource, Progress progress) {
        try {
            var flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .failOnMissingLocations(true)
                    .load();
            int pending = flyway.info().pending().length;
            if (pending > 0) {
                progress.step("Migrating the database, " + pending + (pending == 1 ? " step …" : " steps …"));
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new Failure(
                    "The database's schema cannot be brought up to date: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }
}
