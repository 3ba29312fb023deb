package dev.signalbox.app.cli;

import dev.signalbox.app.edge.AddressRanges;
import dev.signalbox.app.edge.Edge;
import dev.signalbox.app.edge.TlsFiles;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the server is reached, as options of its start; each is also a variable of the environment. */
final class EdgeOptions {

    /** The flags for which {@link EnvironmentDefaults} looks into the environment. */
    static final Set<String> FLAGS = Set.of("--rate-limit", "--trusted-proxies", "--tls-certificate", "--tls-key");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--rate-limit",
            paramLabel = "NUMBER",
            defaultValue = "30",
            description = "API requests a second for each token, with bursts of twice as many (SIGNALBOX_RATE_LIMIT;"
                    + " 30). 0 is no limit; runners are never limited.")
    private String rateLimit = String.valueOf(Edge.USUAL_RATE_LIMIT);

    @Option(
            names = "--trusted-proxies",
            paramLabel = "LIST",
            description = "Comma list of addresses and CIDR ranges of the proxies in front, whose X-Forwarded headers"
                    + " count (SIGNALBOX_TRUSTED_PROXIES; none).")
    private String trustedProxies = "";

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "PEM file with the certificate and those between it and the authority's: answer by HTTPS"
                    + " (SIGNALBOX_TLS_CERTIFICATE). A renewed file is taken up within some ten seconds.")
    private @Nullable String tlsCertificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "PEM file with its private key, without a passphrase (SIGNALBOX_TLS_KEY).")
    private @Nullable String tlsKey;

    /**
     * Reads the options. Throws {@link ParameterException} for one that is not acceptable, also for a certificate
     * without its key and the reverse.
     */
    Edge edge() {
        return new Edge(limit(), proxies(), tls());
    }

    private int limit() {
        var text = rateLimit.strip();
        int limit = text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
        if (limit != 0 && (limit < Edge.LEAST_RATE_LIMIT || limit > Edge.MAX_RATE_LIMIT)) {
            throw check().unacceptable(
                            "--rate-limit",
                            "must be 0, for none, or a number from " + Edge.LEAST_RATE_LIMIT + " to "
                                    + Edge.MAX_RATE_LIMIT + ", not \"" + rateLimit
                                    + "\": with less, Terraform's own client comes to a standstill");
        }
        return limit;
    }

    private AddressRanges proxies() {
        try {
            return AddressRanges.parse(trustedProxies);
        } catch (IllegalArgumentException e) {
            throw check().unacceptable("--trusted-proxies", String.valueOf(e.getMessage()));
        }
    }

    private Optional<TlsFiles> tls() {
        if (tlsCertificate == null && tlsKey == null) {
            return Optional.empty();
        }
        if (tlsCertificate == null) {
            throw check().missing("TLS needs a certificate too: give --tls-certificate beside --tls-key.");
        }
        if (tlsKey == null) {
            throw check().missing("TLS needs a private key too: give --tls-key beside --tls-certificate.");
        }
        return Optional.of(
                new TlsFiles(check().path("--tls-certificate", tlsCertificate), check().path("--tls-key", tlsKey)));
    }

    private OptionCheck check() {
        return new OptionCheck(command);
    }
}
