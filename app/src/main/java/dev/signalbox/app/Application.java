package dev.signalbox.app;

import dev.signalbox.app.cli.CommandLineInterface;
import dev.signalbox.app.cli.WebServer;
import dev.signalbox.rest.RestConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The program; what its arguments may be, {@link CommandLineInterface} knows. */
// Without the exclusion, Spring Security would make a user of its own, with a password in the log.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
// Vaadin looks for the portal's views where the application's own packages are said to be.
@AutoConfigurationPackage(basePackages = "dev.signalbox.ui")
@Import(RestConfiguration.class)
public class Application {

    /** Made when a command first needs it: those that only ask a server would wait for Spring in vain. */
    private static final class Spring {

        static final WebServer SERVER = quietServer();

        private static WebServer quietServer() {
            // Until the application has set up its log, libraries are to be quiet: what matters is said on the
            // terminal.
            LoggingSystem.get(Application.class.getClassLoader()).beforeInitialize();
            return new SpringServer().stoppedWithProcess();
        }
    }

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(
                arguments, System.getenv(), database -> Wiring.accessPorts(database), () -> Spring.SERVER));
    }
}
