package dev.signalbox.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.notification.Mail;
import dev.signalbox.app.notification.NotificationSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class NotificationOptionsTest {

    private static final Map<String, String> SECRETS =
            Map.of("SIGNALBOX_WEBHOOK_SECRET", "sixteen letters!", "SIGNALBOX_SMTP_PASSWORD", "the password");

    @Command(name = "sample")
    static final class Sample {
        @Mixin
        private final NotificationOptions options = new NotificationOptions();
    }

    @Test
    void tellsNobodyIfNothingIsSet() {
        assertThat(settings(Map.of())).isEqualTo(NotificationSettings.NONE);
    }

    @Test
    void takesTheEnvironment() {
        var settings = settings(Map.of(
                "SIGNALBOX_WEBHOOK_URL", "https://hooks.example.com/x",
                "SIGNALBOX_WEBHOOK_SECRET", "sixteen letters!",
                "SIGNALBOX_SMTP_URL", "smtps://signalbox@mail.example.com",
                "SIGNALBOX_SMTP_PASSWORD", "the password",
                "SIGNALBOX_MAIL_FROM", "signalbox@example.com",
                "SIGNALBOX_MAIL_TO", "a@example.com, b@example.com",
                "SIGNALBOX_PUBLIC_URL", "https://signalbox.example.com"));

        assertThat(settings.webhook()).hasValueSatisfying(webhook -> {
            assertThat(webhook.url()).isEqualTo(URI.create("https://hooks.example.com/x"));
            assertThat(webhook.toString()).doesNotContain("sixteen").doesNotContain("/x");
        });
        assertThat(settings.mail()).hasValueSatisfying(mail -> {
            assertThat(mail.port()).isEqualTo(465);
            assertThat(mail.encryption()).isEqualTo(Mail.Encryption.TLS);
            assertThat(mail.credentials()).contains(new Mail.Credentials("signalbox", "the password"));
            assertThat(mail.to()).containsExactly("a@example.com", "b@example.com");
        });
        assertThat(settings.toString()).doesNotContain("the password");
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.com, STARTTLS, 587",
        "smtp://mail.example.com:25, STARTTLS, 25",
        "smtp://localhost:25, NONE, 25",
        "smtp://127.0.0.1, NONE, 587",
        "smtps://localhost, TLS, 465"
    })
    void encryptsUnlessTheServerIsOnThisMachine(String url, Mail.Encryption encryption, int port) {
        Optional<Mail> mail = settings(SECRETS, "--smtp-url", url, "--mail-from", "a@b.org", "--mail-to", "c@d.org")
                .mail();

        assertThat(mail).hasValueSatisfying(server -> {
            assertThat(server.encryption()).isEqualTo(encryption);
            assertThat(server.port()).isEqualTo(port);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "--webhook-url, ftp://x.example.com",
        "--webhook-url, hooks.example.com",
        "--webhook-url, 'https://hooks example'",
        "--webhook-url, https://user:pass@hooks.example.com",
        "--public-url, signalbox",
        "--public-url, https://signalbox.example.com/?a=b",
        "--smtp-url, mail.example.com",
        "--smtp-url, smtp://user:secret@mail.example.com",
        "--smtp-url, smtp://mail.example.com/path",
        "--mail-from, nobody",
        "--mail-from, 'a@b.org,c@d.org'",
        "--mail-to, ''",
        "--mail-to, 'a@b.org,nobody'"
    })
    void refusesWhatIsNotAcceptableAndRepeatsNoSecret(String flag, String value) {
        var good = Map.of(
                "--webhook-url", "https://hooks.example.com/x",
                "--smtp-url", "smtp://mail.example.com",
                "--mail-from", "a@b.org",
                "--mail-to", "c@d.org");
        var arguments = good.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(flag))
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toList();
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(flag, value));

        assertThatThrownBy(() -> settings(SECRETS, all.toArray(String[]::new)))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith(flag + " (" + EnvironmentDefaults.variable(flag) + ") must be")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("pass@");
    }

    @Test
    void wantsASecretToSignWithAndAPasswordToSignInWith() {
        assertThatThrownBy(() -> settings(
                        Map.of("SIGNALBOX_WEBHOOK_SECRET", "short"), "--webhook-url", "https://hooks.example.com"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--webhook-secret-file");
        assertThatThrownBy(() -> settings(
                        Map.of(),
                        "--smtp-url",
                        "smtp://user@mail.example.com",
                        "--mail-from",
                        "a@b.org",
                        "--mail-to",
                        "c@d.org"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--smtp-password-file");
    }

    private static NotificationSettings settings(Map<String, String> environment, String... arguments) {
        var sample = new Sample();
        new CommandLine(sample)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .parseArgs(arguments);
        return sample.options.settings(environment);
    }
}
