package dev.signalbox.app.notification;

import dev.signalbox.app.edge.AddressRanges;
import java.net.URI;

/**
 * Where notifications are posted.
 *
 * @param url http or https
 * @param secret signs each body
 * @param internal those of the addresses inside a network that it may reach
 */
public record Webhook(URI url, String secret, AddressRanges internal) {

    /** Tells no secret; the URL may have one in it. */
    @Override
    public String toString() {
        return "Webhook[" + url.getHost() + "]";
    }
}
