package dev.signalbox.app.cli;

import dev.signalbox.app.edge.Edge;
import dev.signalbox.app.notification.NotificationSettings;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** The application behind its port: REST, portal and all. */
public interface WebServer {

    /**
     * Starts, and returns when the port answers. Its own shutdown comes with the JVM's, before {@link #afterStop}.
     *
     * @param logFile where to log beside the console; absent for the console alone
     * @return the port
     */
    int start(
            InetAddress address,
            int port,
            Edge edge,
            NotificationSettings notifications,
            DataSource database,
            Optional<Path> logFile);

    /** What is to be done when the JVM ends, after the application has stopped; also if it never started. */
    void afterStop(Runnable action);

    /** Waits until the application stops. */
    void awaitStop();
}
