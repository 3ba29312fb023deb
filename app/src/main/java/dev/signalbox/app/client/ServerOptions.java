package dev.signalbox.app.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server is asked, and in which form the answer is wanted. */
final class ServerOptions {

    private static final String USUAL = "http://127.0.0.1:8080";

    private static final int LARGEST_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server (SIGNALBOX_URL; " + USUAL + "). Its token is SIGNALBOX_TOKEN, or the content of"
                    + " the file SIGNALBOX_TOKEN_FILE; it is never a flag.")
    private @Nullable String url;

    @Option(names = "--json", description = "JSON for scripts; errors too, on standard error.")
    private boolean json;

    /** Whether a script reads the output. */
    boolean json() {
        return json;
    }

    /** Throws {@link ParameterException} for what is no URL of a server. */
    String url(Map<String, String> environment) {
        var variable = environment.getOrDefault("SIGNALBOX_URL", "");
        var text = url != null ? url : variable.isBlank() ? USUAL : variable;
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            throw unacceptable("must begin with http:// or https://");
        }
        try {
            var uri = new URI(text);
            if (uri.getHost() == null) {
                throw unacceptable("names no host");
            }
            if (uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
                throw unacceptable("has a port that is none");
            }
            if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw unacceptable("must be no more than scheme, host, port and path");
            }
            return text.replaceAll("/+$", "");
        } catch (URISyntaxException e) {
            throw unacceptable("has a character that no URL has");
        }
    }

    private ParameterException unacceptable(String problem) {
        return new ParameterException(
                command.commandLine(), (url != null ? "--url" : "SIGNALBOX_URL") + " " + problem + ".");
    }
}
