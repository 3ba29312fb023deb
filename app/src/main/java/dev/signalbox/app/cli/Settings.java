package dev.signalbox.app.cli;

import dev.signalbox.app.database.DatabaseAddress;
import dev.signalbox.app.postgres.DataDirectory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an installation is set to, by flags and by the environment.
 *
 * @param port to listen on; 0 for any that is free
 * @param database a PostgreSQL of the operator's own; absent for the one that Signalbox brings
 * @param adminPasswordFile where the first site admin's password is read from; absent to have one made
 */
public record Settings(
        InetAddress listen,
        int port,
        DataDirectory dataDirectory,
        Optional<DatabaseAddress> database,
        Optional<Path> adminPasswordFile) {}
