package dev.signalbox.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.database.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class SettingsOptionsTest {

    @TempDir
    Path folder;

    @Command(name = "sample")
    static final class Sample {
        @Mixin
        private final SettingsOptions options = new SettingsOptions();
    }

    @Test
    void listensOnLoopbackIfNothingIsSet() {
        var settings = settings(Map.of("XDG_DATA_HOME", "/data"));

        assertThat(settings.listen().isLoopbackAddress()).isTrue();
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.dataDirectory().root()).isEqualTo(Path.of("/data/signalbox"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.adminPasswordFile()).isEmpty();
    }

    @Test
    void keepsDataInTheHomeWithoutXdg() {
        var inHome = Path.of("/home/of/ada/.local/share/signalbox");

        assertThat(settings(Map.of("HOME", "/home/of/ada")).dataDirectory().root())
                .isEqualTo(inHome);
        assertThat(settings(Map.of("HOME", "/home/of/ada", "XDG_DATA_HOME", "relative"))
                        .dataDirectory()
                        .root())
                .isEqualTo(inHome);
    }

    @Test
    void asksTheSystemWhereTheHomeIsIfTheEnvironmentDoesNotTell() {
        var inHome = Path.of(System.getProperty("user.home"), ".local", "share", "signalbox");

        assertThat(settings(Map.of()).dataDirectory().root()).isEqualTo(inHome);
        assertThat(settings(Map.of("HOME", "")).dataDirectory().root()).isEqualTo(inHome);
        assertThat(settings(Map.of("HOME", "relative")).dataDirectory().root()).isEqualTo(inHome);
    }

    @Test
    void takesTheEnvironmentWhereThereIsNoFlag() {
        var environment =
                Map.of("SIGNALBOX_PORT", "9000", "SIGNALBOX_LISTEN", "0.0.0.0", "SIGNALBOX_DATA_DIR", "/srv/s");

        assertThat(settings(environment).port()).isEqualTo(9000);
        assertThat(settings(environment).listen().isAnyLocalAddress()).isTrue();
        assertThat(settings(environment).dataDirectory().root()).isEqualTo(Path.of("/srv/s"));
        assertThat(settings(environment, "--port", "9001").port()).isEqualTo(9001);
    }

    @Test
    void takesABlankVariableForNone() {
        assertThat(settings(Map.of("SIGNALBOX_PORT", " ")).port()).isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "http", "", "8080 8081", "99999999999"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> settings(Map.of(), "--port", port))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--port (SIGNALBOX_PORT) must be a number from 0 to 65535");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> settings(Map.of(), "--listen", "no such host."))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--listen (SIGNALBOX_LISTEN)");
    }

    @Test
    void readsTheDatabaseAndItsPassword() throws Exception {
        var file = Files.writeString(folder.resolve("password"), "from a file\n");
        var environment =
                Map.of("SIGNALBOX_DATABASE_URL", "postgresql://ada@db/x", "SIGNALBOX_DATABASE_PASSWORD", "secret");

        assertThat(settings(environment).database())
                .contains(new DatabaseAddress("jdbc:postgresql://db/x", "ada", "secret"));
        assertThat(settings(environment, "--database-user", "bob", "--database-password-file", file.toString())
                        .database())
                .contains(new DatabaseAddress("jdbc:postgresql://db/x", "bob", "from a file"));
        assertThat(settings(Map.of(), "--database-url", "postgresql://db/x")
                        .database()
                        .map(DatabaseAddress::user))
                .contains("signalbox");
    }

    @Test
    void saysWhichPasswordFileIsMissing() {
        assertThatThrownBy(() -> settings(
                        Map.of(),
                        "--database-url",
                        "postgresql://db/x",
                        "--database-password-file",
                        folder.resolve("none").toString()))
                .isInstanceOf(Failure.class)
                .hasMessage("The file " + folder.resolve("none")
                        + " (--database-password-file) cannot be read: there is" + " no such file.");
    }

    @Test
    void neverPrintsAPassword() {
        assertThat(new DatabaseAddress("jdbc:postgresql://db/x", "ada", "secret").toString())
                .doesNotContain("secret");
    }

    private static Settings settings(Map<String, String> environment, String... arguments) {
        var sample = new Sample();
        new CommandLine(sample)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .parseArgs(arguments);
        return sample.options.settings(environment);
    }
}
