package dev.signalbox.app;

import dev.signalbox.app.cli.WebServer;
import dev.signalbox.app.console.Failure;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
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

    @Override
    public int start(InetAddress address, int port, DataSource database, Optional<Path> logFile) {
        var application = new SpringApplication(Application.class);
        application.addListeners(new FirstOfAll(settings(address, port, logFile)));
        // The database is opened before and closed after the application, which therefore gets it ready-made.
        application.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean("dataSource", DataSource.class, () -> database));
        try {
            var context = application.run();
            context.addApplicationListener((ContextClosedEvent _) -> stopped.countDown());
            return portOf(context);
        } catch (PortInUseException e) {
            throw new Failure("Port " + port + " has just been taken: choose another with --port.", e);
        }
    }

    private static Map<String, Object> settings(InetAddress address, int port, Optional<Path> logFile) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("server.address", address.getHostAddress());
        settings.put("server.port", port);
        logFile.ifPresent(file -> settings.put("logging.file.name", file.toString()));
        return settings;
    }

    private static int portOf(ConfigurableApplicationContext context) {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    @Override
    public void afterStop(Runnable action) {
        SpringApplication.getShutdownHandlers().add(action);
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
