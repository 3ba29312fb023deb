package dev.signalbox.app.notification;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.port.out.Courier;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Posts each notification to a URL, signed. Any answer of 2xx is a delivery; redirections are not followed, and the
 * body of an answer means nothing.
 */
final class WebhookCourier implements Courier {

    private static final int CONNECT_SECONDS = 5;
    private static final int SILENCE_SECONDS = 10;

    /** For the whole, so that an answer that comes byte by byte has an end too. */
    private static final int WHOLE_SECONDS = 20;

    private final Webhook webhook;
    private final NotificationSettings settings;
    private final DnsResolver lookup;

    WebhookCourier(Webhook webhook, NotificationSettings settings) {
        this(webhook, settings, SystemDefaultDnsResolver.INSTANCE);
    }

    /** With a lookup of its own for the names of hosts. */
    WebhookCourier(Webhook webhook, NotificationSettings settings, DnsResolver lookup) {
        this.webhook = webhook;
        this.settings = settings;
        this.lookup = lookup;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public Optional<Undelivered> deliver(List<Delivery> deliveries) {
        try (var client = client()) {
            for (var delivery : deliveries) {
                int status = post(client, delivery);
                if (status < 200 || status > 299) {
                    return undelivered("answered " + status + ".");
                }
            }
            return Optional.empty();
        } catch (InternalAddresses.InternalHostException e) {
            return undelivered("is an address inside a network, which --webhook-networks does not allow.");
        } catch (IOException | RuntimeException e) {
            return undelivered("cannot be reached: " + e.getClass().getSimpleName() + ".");
        }
    }

    private int post(CloseableHttpClient client, Delivery delivery) throws IOException {
        var body = WebhookBody.of(
                delivery.notification(),
                settings.link(delivery.notification().run().value()));
        var post = new HttpPost(webhook.url());
        post.setHeader("User-Agent", "Signalbox");
        post.setHeader("Signalbox-Delivery", String.valueOf(delivery.id()));
        post.setHeader("X-TFE-Notification-Signature", WebhookBody.signature(body, webhook.secret()));
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        CompletableFuture.delayedExecutor(WHOLE_SECONDS, TimeUnit.SECONDS).execute(post::cancel);
        return client.execute(post, answer -> answer.getCode());
    }

    /** Made anew each time: connections are few, and none is kept open to a host whose name has moved on. */
    private CloseableHttpClient client() {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new InternalAddresses(lookup, webhook.internal()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .setSocketTimeout(SILENCE_SECONDS, TimeUnit.SECONDS)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** The URL's path may be a secret, as chat services have it. */
    private Optional<Undelivered> undelivered(String why) {
        return Optional.of(new Undelivered("The webhook's host " + webhook.url().getHost() + " " + why, false));
    }
}
