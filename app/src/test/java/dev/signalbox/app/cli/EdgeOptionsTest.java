package dev.signalbox.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.edge.Edge;
import dev.signalbox.app.edge.TlsFiles;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class EdgeOptionsTest {

    @Command(name = "sample")
    static final class Sample {
        @Mixin
        private final EdgeOptions options = new EdgeOptions();
    }

    @Test
    void limitsButTrustsNobodyAndNeedsNoCertificateIfNothingIsSet() {
        var edge = edge(Map.of());

        assertThat(edge.rateLimit()).isEqualTo(30);
        assertThat(edge.tls()).isEmpty();
    }

    @Test
    void takesTheEnvironmentWhereThereIsNoFlag() {
        var environment = Map.of(
                "SIGNALBOX_RATE_LIMIT", "100",
                "SIGNALBOX_TLS_CERTIFICATE", "/tls/a.crt",
                "SIGNALBOX_TLS_KEY", "/tls/a.key");

        assertThat(edge(environment).rateLimit()).isEqualTo(100);
        assertThat(edge(environment).tls()).contains(new TlsFiles(Path.of("/tls/a.crt"), Path.of("/tls/a.key")));
        assertThat(edge(environment, "--rate-limit", "0").rateLimit()).isZero();
        assertThat(edge(environment, "--rate-limit", "4").rateLimit()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3", "-1", "1000001", "30.5", "thirty", "", "99999999999"})
    void refusesALimitWithWhichTerraformWouldStandStill(String limit) {
        assertThatThrownBy(() -> edge(Map.of(), "--rate-limit", limit))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--rate-limit (SIGNALBOX_RATE_LIMIT) must be 0, for none, or a number from 4");
    }

    @Test
    void refusesWhatIsNoProxy() {
        assertThatThrownBy(() -> edge(Map.of("SIGNALBOX_TRUSTED_PROXIES", "10.0.0.0/8,proxy")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--trusted-proxies (SIGNALBOX_TRUSTED_PROXIES) must be a comma list")
                .hasMessageContaining("\"proxy\"");
    }

    @Test
    void refusesACertificateWithoutItsKeyAndTheReverse() {
        assertThatThrownBy(() -> edge(Map.of(), "--tls-certificate", "a.crt"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("give --tls-key");
        assertThatThrownBy(() -> edge(Map.of(), "--tls-key", "a.key"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("give --tls-certificate");
    }

    private static Edge edge(Map<String, String> environment, String... arguments) {
        var sample = new Sample();
        new CommandLine(sample)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .parseArgs(arguments);
        return sample.options.edge();
    }
}
