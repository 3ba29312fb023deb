package dev.signalbox.app.cli;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.notification.Mail;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who is told of runs by e-mail, as options of the server's start; each is also a variable of the environment. */
final class MailOptions {

    /** The flags for which {@link EnvironmentDefaults} looks into the environment. */
    static final Set<String> FLAGS = Set.of("--smtp-url", "--smtp-password-file", "--mail-from", "--mail-to");

    private static final String TLS = "smtps";
    private static final Set<String> SCHEMES = Set.of("smtp", TLS);

    /** By RFC 8314. */
    private static final int TLS_PORT = 465;

    private static final int SUBMISSION_PORT = 587;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--smtp-url",
            paramLabel = "URL",
            description = "Write e-mail by this server (SIGNALBOX_SMTP_URL; none): smtps://[USER@]HOST[:PORT], or"
                    + " smtp://... for STARTTLS, which only a server on this machine may lack.")
    private @Nullable String smtpUrl;

    @Option(
            names = "--smtp-password-file",
            paramLabel = "FILE",
            description = "A file with the user's password there (SIGNALBOX_SMTP_PASSWORD_FILE;"
                    + " or set SIGNALBOX_SMTP_PASSWORD).")
    private @Nullable String passwordFile;

    @Option(
            names = "--mail-from",
            paramLabel = "ADDRESS",
            description = "Whom the e-mail is from (SIGNALBOX_MAIL_FROM).")
    private String from = "";

    @Option(
            names = "--mail-to",
            paramLabel = "LIST",
            description = "Comma list of those who get it (SIGNALBOX_MAIL_TO).")
    private String to = "";

    /**
     * Reads the options; empty if no server is given. Throws {@link ParameterException} for one that is not acceptable
     * and for a missing password, {@link Failure} for a lost file.
     */
    Optional<Mail> mail(Map<String, String> environment) {
        return Optional.ofNullable(smtpUrl).map(text -> mail(url(text), environment));
    }

    private Mail mail(URI url, Map<String, String> environment) {
        var isTls = TLS.equals(url.getScheme());
        int port = isTls ? TLS_PORT : SUBMISSION_PORT;
        return new Mail(
                url.getHost(),
                url.getPort() == -1 ? port : url.getPort(),
                isTls ? Mail.Encryption.TLS : inTheClearAtFirst(url.getHost()),
                Optional.ofNullable(url.getUserInfo()).map(user -> credentials(user, environment)),
                addresses("--mail-from", from, 1).getFirst(),
                addresses("--mail-to", to, Integer.MAX_VALUE));
    }

    private static Mail.Encryption inTheClearAtFirst(String host) {
        return LOOPBACK.contains(host) ? Mail.Encryption.NONE : Mail.Encryption.STARTTLS;
    }

    private URI url(String text) {
        try {
            var url = new URI(text.strip());
            if (url.getHost() != null
                    && SCHEMES.contains(String.valueOf(url.getScheme()))
                    && url.getPath().isEmpty()
                    && url.getQuery() == null
                    && (url.getUserInfo() == null || url.getUserInfo().indexOf(':') < 0)) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Told below, without the text that the exception repeats.
        }
        throw check().unacceptable(
                        "--smtp-url", "must be smtps://[USER@]HOST[:PORT] or smtp://..., without a password");
    }

    private Mail.Credentials credentials(String user, Map<String, String> environment) {
        var password = passwordFile == null
                ? environment.getOrDefault("SIGNALBOX_SMTP_PASSWORD", "")
                : SettingsOptions.secretIn(check().path("--smtp-password-file", passwordFile), "--smtp-password-file");
        if (password.isEmpty()) {
            throw check().missing("The mail server's user \"" + user
                    + "\" needs a password: give --smtp-password-file or SIGNALBOX_SMTP_PASSWORD.");
        }
        return new Mail.Credentials(user, password);
    }

    private List<String> addresses(String flag, String list, int most) {
        var addresses = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (addresses.isEmpty()
                || addresses.size() > most
                || !addresses.stream().allMatch(MailOptions::isAddress)) {
            throw check().unacceptable(
                            flag, "must be an e-mail address" + (most == 1 ? "" : " or a comma list of them"));
        }
        return addresses;
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true).validate();
            return text.indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    private OptionCheck check() {
        return new OptionCheck(command);
    }
}
