package dev.signalbox.persistence.codegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;

/**
 * Migrates an empty PostgreSQL of its own and generates jOOQ's classes from what came of it.
 *
 * <p>A real server, since jOOQ's interpreter of migrations does not know all of PostgreSQL's SQL.
 */
public final class GenerateJooq {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private GenerateJooq() {}

    /**
     * Generates, unless nothing has changed since the last time.
     *
     * @param args the folder of the migrations, the folder to generate into, and any number of versions whose change
     *     makes what was generated stale
     */
    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            throw new IllegalArgumentException("needs the folder of the migrations and the folder to generate into");
        }
        Path migrations = Path.of(args[0]).toAbsolutePath();
        Path target = Path.of(args[1]).toAbsolutePath();
        GenerationStamp stamp =
                GenerationStamp.of(migrations, Arrays.asList(args).subList(2, args.length), target);
        if (stamp.isCurrent()) {
            say("the jOOQ classes fit the migrations, nothing to generate");
            return;
        }
        generate(migrations, target);
        stamp.write();
        say("generated the jOOQ classes from " + migrations);
    }

    private static void generate(Path migrations, Path target) throws Exception {
        try (EmbeddedPostgres server = start()) {
            Flyway.configure()
                    .loggers("slf4j")
                    .dataSource(server.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(GeneratorSettings.of(server.getJdbcUrl("postgres", "postgres"), target));
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(START_LIMIT)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the PostgreSQL that the jOOQ classes are generated from did not start", e);
        }
    }

    private static void say(String sentence) {
        System.out.println("[signalbox] " + sentence);
    }
}
