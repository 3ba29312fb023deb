package dev.signalbox.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.postgres.DataDirectory;
import dev.signalbox.app.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts, managed at the server without a running Signalbox. */
class AccountCommandsIT {

    @TempDir
    private static Path scratch;

    private static EmbeddedPostgres postgres;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.of(new DataDirectory(scratch.resolve("elsewhere")).prepare());
        var address = postgres.start(_ -> {});
        environment = Map.of(
                "SIGNALBOX_DATABASE_URL", address.url(),
                "SIGNALBOX_DATABASE_USER", address.user(),
                "SIGNALBOX_DATABASE_PASSWORD", address.password());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void leadsAnAccountFromItsCreationToItsEnd() throws Exception {
        assertThat(command(0, "account", "create", "ada", "--role", "site-admin"))
                .contains("Account ada has been created, role site-admin.", "shown only this once")
                .containsPattern("(?m)^    \\S{16,}$");
        assertThat(command(0, "account", "create", "ci", "--role", "user", "--service"))
                .contains("Service account ci has been created, role user.");
        assertThat(command(1, "account", "create", "ADA", "--role", "user"))
                .contains("There is an account named ADA already.");

        command(0, "account", "role", "ci", "runner");
        command(0, "account", "disable", "CI");
        assertThat(command(0, "account", "list"))
                .containsPattern("(?m)^ada +site-admin +person +\\S+Z +-$")
                .containsPattern("(?m)^ci +runner +service +\\S+Z +\\S+Z$");
        command(0, "account", "enable", "ci");
        assertThat(command(0, "account", "list")).containsPattern("(?m)^ci +runner +service +\\S+Z +-$");

        assertThat(command(1, "account", "disable", "ada")).contains("the last site admin who can sign in");
        assertThat(command(1, "account", "role", "ada", "support")).contains("the last site admin who can sign in");
    }

    @Test
    void saysThatAServiceAccountHasNoPasswordToReset() throws Exception {
        command(0, "account", "create", "robot", "--role", "user", "--service");

        assertThat(command(1, "account", "reset", "ROBOT"))
                .isEqualToIgnoringNewLines("signalbox: robot is a service account, which has no password.");
        assertThat(command(1, "account", "reset", "nobody")).contains("The account does not exist.");
    }

    @ParameterizedTest
    @CsvSource({
        "--name server,                          --name is reserved: ",
        "--name bot --organization nope,         '--organization names nope, which does not exist.'",
        "--name bot --expires 99999d,            --expires is more than ",
    })
    void namesWhatIsRefusedAboutATokenAsItWasTyped(String typed, String said) throws Exception {
        assertThat(command(1, ("token create --role runner " + typed).split(" ")))
                .startsWith("signalbox: " + said);
    }

    @Test
    void refusesWhatItCannotMeanBeforeItAsksTheDatabase() throws Exception {
        assertThat(command(2, "account")).contains("list, create, role, disable, enable or reset?");
        assertThat(command(2, "account", "create", "a b", "--role", "user")).contains("NAME");
        assertThat(command(2, "account", "create", "eve", "--role", "king")).contains("is none of site-admin");
        assertThat(command(2, "account", "create", "eve")).contains("--role");
        assertThat(command(1, "account", "disable", "nobody")).contains("The account does not exist.");
    }

    @Test
    void failsWhenAPasswordCouldNotBeShown() throws Exception {
        String[] create = {"account", "create", "unseen", "--role", "user"};
        try (var command = Launched.writing(Path.of("/dev/full"), scratch, environment, create)) {
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.err()).contains("could not be written to its end");
        }
    }

    private static String command(int code, String... arguments) throws Exception {
        try (var command = Launched.start(scratch, environment, arguments)) {
            assertThat(command.exitCode()).as(command.err()).isEqualTo(code);
            return command.out() + command.err();
        }
    }
}
