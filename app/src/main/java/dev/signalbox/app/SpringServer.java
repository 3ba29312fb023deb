package dev.signalbox.app;

import dev.signalbox.app.cli.WebServer;
import dev.signalbox.app.console.Failure;
import dev.signalbox.app.edge.Edge;
import dev.signalbox.app.notification.NotificationSettings;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/** The application in Spring's hands. */
final class SpringServer implements WebServer {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Deque<Runnable> actions = new ArrayDeque<>();
    private volatile @Nullable ConfigurableApplicationContext context;
    private boolean stopping;

    /** Has the server stopped when the process ends, in whatever way and however far it has come. */
    SpringServer stoppedWithProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        return this;
    }

    @Override
    public int start(
            InetAddress address,
            int port,
            Edge edge,
            NotificationSettings notifications,
            DataSource database,
            Optional<Path> logFile) {
        var application = new SpringApplication(Application.class);
        // Spring's would begin too late: by then PostgreSQL runs.
        application.setRegisterShutdownHook(false);
        application.addInitializers(made -> context = made);
        application.addListeners(new FirstOfAll(settings(address, port, edge, logFile)));
        give(application, Edge.class, edge);
        give(application, NotificationSettings.class, notifications);
        // The database is opened before and closed after the application, which therefore gets it ready-made.
        give(application, DataSource.class, database);
        try {
            var running = application.run();
            running.addApplicationListener((ContextClosedEvent _) -> stopped.countDown());
            return portOf(running);
        } catch (PortInUseException e) {
            throw new Failure("Port " + port + " has just been taken: choose another with --port.", e);
        }
    }

    private static <T> void give(SpringApplication application, Class<T> type, T bean) {
        application.addInitializers(made -> ((GenericApplicationContext) made).registerBean(type, () -> bean));
    }

    private static Map<String, Object> settings(InetAddress address, int port, Edge edge, Optional<Path> logFile) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("server.address", address.getHostAddress());
        settings.put("server.port", port);
        edge.tls().ifPresent(files -> settings.putAll(files.settings()));
        logFile.ifPresent(file -> settings.put("logging.file.name", file.toString()));
        return settings;
    }

    private static int portOf(ConfigurableApplicationContext context) {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    @Override
    public void afterStop(Runnable action) {
        synchronized (actions) {
            if (stopping) {
                throw new Failure("Stopped while starting.");
            }
            actions.push(action);
        }
    }

    /** The application first, for it uses what the actions close. */
    private void stop() {
        synchronized (actions) {
            stopping = true;
        }
        var running = context;
        if (running != null) {
            runWhole(running::close);
        }
        while (!actions.isEmpty()) {
            runWhole(actions.pop());
        }
    }

    /** What fails must not keep the rest from being stopped. */
    private static void runWhole(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            System.err.println(Failure.whileStopping(e));
        }
    }

    @Override
    public void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts the launcher's settings before all others, and so early that logging sees them too. */
    private record FirstOfAll(Map<String, Object> settings)
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            event.getEnvironment().getPropertySources().addFirst(new MapPropertySource("signalbox", settings));
        }
    }
}
