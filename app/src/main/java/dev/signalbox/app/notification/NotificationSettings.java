package dev.signalbox.app.notification;

import dev.signalbox.domain.port.out.Courier;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is told of runs that need attention and of forced ends.
 *
 * @param publicUrl where people reach the portal, for links; absent for none
 */
public record NotificationSettings(Optional<Webhook> webhook, Optional<Mail> mail, Optional<URI> publicUrl) {

    /** Nobody is told. */
    public static final NotificationSettings NONE =
            new NotificationSettings(Optional.empty(), Optional.empty(), Optional.empty());

    /** A courier for each channel that is set up. */
    public List<Courier> couriers() {
        return Stream.concat(
                        webhook.<Courier>map(hook -> new WebhookCourier(hook, this)).stream(),
                        mail.<Courier>map(server -> new MailCourier(server, this)).stream())
                .toList();
    }

    /** The portal's page of a run; absent if nobody has said where the portal is. */
    Optional<URI> link(String run) {
        return publicUrl.map(url -> URI.create(url.toString().replaceFirst("/+$", "") + "/runs/" + run));
    }
}
