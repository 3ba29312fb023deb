package dev.signalbox.app.notification;

import java.util.List;
import java.util.Optional;

/**
 * The server that takes e-mail, and who writes to whom.
 *
 * @param encryption how the connection to the server is kept from others
 */
public record Mail(
        String host, int port, Encryption encryption, Optional<Credentials> credentials, String from, List<String> to) {

    /** Keeps a copy that nobody can change. */
    public Mail {
        to = List.copyOf(to);
    }

    /** How the connection is kept from others. */
    public enum Encryption {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** Begins in the clear, and goes on only once it is encrypted. */
        STARTTLS,
        /** From the first byte on. */
        TLS
    }

    /** How Signalbox signs in at the server. */
    public record Credentials(String user, String password) {

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Credentials[" + user + "]";
        }
    }
}
