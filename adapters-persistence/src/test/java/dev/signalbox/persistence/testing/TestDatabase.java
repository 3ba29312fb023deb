package dev.signalbox.persistence.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signalbox.persistence.jooq.DefaultSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The migrated database of a server that starts with the first test that needs it and stops with the JVM. Which version
 * it is hangs on the binaries on the class path; {@link PostgresVersionIT} sees to it that it is the one that is meant.
 */
public final class TestDatabase {

    private static final DSLContext DSL_CONTEXT = start();

    private TestDatabase() {}

    /** The database, with no row in any table. */
    public static DSLContext emptied() {
        DSL_CONTEXT.transaction(transaction -> {
            // Only a superuser can; it keeps the trigger from refusing, which guards the audit events.
            transaction.dsl().execute("set local session_replication_role = replica");
            transaction
                    .dsl()
                    .truncate(DefaultSchema.DEFAULT_SCHEMA.getTables())
                    .restartIdentity()
                    .cascade()
                    .execute();
        });
        return DSL_CONTEXT;
    }

    private static DSLContext start() {
        EmbeddedPostgres server = startServer();
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(server.getPostgresDatabase());
        settings.setMaximumPoolSize(16);
        settings.setMinimumIdle(1);
        HikariDataSource connections = new HikariDataSource(settings);
        Flyway.configure().dataSource(connections).loggers("slf4j").load().migrate();
        return DSL.using(connections, SQLDialect.POSTGRES);
    }

    private static EmbeddedPostgres startServer() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the PostgreSQL of the tests did not start", e);
        }
    }
}
