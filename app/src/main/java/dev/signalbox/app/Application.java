package dev.signalbox.app;

import dev.signalbox.app.cli.CommandLineInterface;
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

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        // Until the application has set up its log, libraries are to be quiet: what matters is said on the terminal.
        LoggingSystem.get(Application.class.getClassLoader()).beforeInitialize();
        var server = new SpringServer().stoppedWithProcess();
        System.exit(CommandLineInterface.run(arguments, System.getenv(), Wiring::accessPorts, server));
    }
}
