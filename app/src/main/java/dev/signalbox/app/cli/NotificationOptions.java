package dev.signalbox.app.cli;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.edge.AddressRanges;
import dev.signalbox.app.notification.NotificationSettings;
import dev.signalbox.app.notification.Webhook;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who is told of runs, as options of the server's start; each is also a variable of the environment. */
final class NotificationOptions {

    /** The flags for which {@link EnvironmentDefaults} looks into the environment. */
    static final Set<String> FLAGS =
            Set.of("--public-url", "--webhook-url", "--webhook-secret-file", "--webhook-networks");

    private static final int LEAST_SECRET = 16;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    private final MailOptions mail = new MailOptions();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Where people reach the portal, for links in notifications (SIGNALBOX_PUBLIC_URL).")
    private @Nullable String publicUrl;

    @Option(
            names = "--webhook-url",
            paramLabel = "URL",
            description = "Post here when a run begins to need attention and when one was forced"
                    + " (SIGNALBOX_WEBHOOK_URL; nowhere).")
    private @Nullable String webhookUrl;

    @Option(
            names = "--webhook-secret-file",
            paramLabel = "FILE",
            description = "A file with the secret that signs what is posted (SIGNALBOX_WEBHOOK_SECRET_FILE;"
                    + " or set SIGNALBOX_WEBHOOK_SECRET).")
    private @Nullable String webhookSecretFile;

    @Option(
            names = "--webhook-networks",
            paramLabel = "LIST",
            description = "Comma list of internal addresses and CIDR ranges that the webhook may reach"
                    + " (SIGNALBOX_WEBHOOK_NETWORKS; none).")
    private String webhookNetworks = "";

    /**
     * Reads the options. Throws {@link ParameterException} for one that is not acceptable or lacks another,
     * {@link Failure} for a lost file.
     */
    NotificationSettings settings(Map<String, String> environment) {
        return new NotificationSettings(
                Optional.ofNullable(webhookUrl).map(url -> webhook(url, environment)),
                mail.mail(environment),
                Optional.ofNullable(publicUrl).map(this::portal));
    }

    private Webhook webhook(String url, Map<String, String> environment) {
        var secret = webhookSecretFile == null
                ? environment.getOrDefault("SIGNALBOX_WEBHOOK_SECRET", "")
                : SettingsOptions.secretIn(
                        check().path("--webhook-secret-file", webhookSecretFile), "--webhook-secret-file");
        if (secret.length() < LEAST_SECRET) {
            throw check().missing("The webhook needs a secret of " + LEAST_SECRET
                    + " characters or more to sign with: give --webhook-secret-file or SIGNALBOX_WEBHOOK_SECRET.");
        }
        try {
            return new Webhook(url("--webhook-url", url), secret, AddressRanges.parse(webhookNetworks));
        } catch (IllegalArgumentException e) {
            throw check().unacceptable("--webhook-networks", String.valueOf(e.getMessage()));
        }
    }

    private URI portal(String text) {
        var url = url("--public-url", text);
        if (url.getQuery() != null) {
            throw check().unacceptable("--public-url", "must be without a query, since links are made from it");
        }
        return url;
    }

    /** Does not repeat the URL: it may have a secret in it. */
    private URI url(String flag, String text) {
        try {
            var url = new URI(text.strip());
            var isHttp = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (isHttp && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Told below, without the text that the exception repeats.
        }
        throw check().unacceptable(
                        flag, "must be a URL that begins with http:// or https://, without user and fragment");
    }

    private OptionCheck check() {
        return new OptionCheck(command);
    }
}
