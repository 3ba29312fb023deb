package dev.signalbox.app.postgres;

import dev.signalbox.app.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** PostgreSQL's data directory: made once, configured anew before every start. */
final class Cluster {

    /** The superuser, whom only Signalbox itself uses, to set things up. */
    static final String SUPERUSER = "postgres";

    private static final String SETTINGS = "signalbox.conf";

    private final Path folder;

    Cluster(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    boolean exists() {
        return Files.exists(folder);
    }

    /**
     * Makes the cluster beside its place and moves it there when it is whole, so that half a cluster is never taken for
     * one. Its superuser has a password from the first moment on.
     */
    void create(PostgresCommand command, Path passwordFile) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        command.run(
                        "initdb",
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--data-checksums")
                .orFail("PostgreSQL's data directory could not be made");
        Files.writeString(
                unfinished.resolve("postgresql.conf"), "\ninclude '" + SETTINGS + "'\n", StandardOpenOption.APPEND);
        Files.move(unfinished, folder);
    }

    /** Throws {@link Failure} if the cluster was made by another major version than the one that is to run it. */
    void checkVersion(int major) throws IOException {
        var found = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!found.equals(String.valueOf(major))) {
            throw new Failure("The data in " + folder + " were written by PostgreSQL " + found
                    + ", and this Signalbox brings PostgreSQL " + major
                    + ": start the Signalbox that wrote them, or move them with pg_dump and pg_restore.");
        }
    }

    /** Writes the settings under which the server is to start. */
    void configure(int port) throws IOException {
        Files.writeString(folder.resolve(SETTINGS), settings(port));
        Files.writeString(folder.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    private static String settings(int port) {
        return """
                # Written by Signalbox before every start; what you change here does not last.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                # A run that was acknowledged is a run that is kept, whatever happens to the machine.
                fsync = on
                full_page_writes = on
                synchronous_commit = on
                max_connections = 60
                shared_preload_libraries = 'pg_stat_statements'
                # A log of one week, each day in its own file.
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = 1d
                log_truncate_on_rotation = on
                """.formatted(port);
    }
}
