package dev.signalbox.domain.port.in;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Notification;
import java.util.List;

/** The server's own work on notifications, for whatever calls it again and again; several servers may do so at once. */
public interface NotificationWork {

    /** A delivery that failed: those that it was about, why, and whether it will be tried again. */
    record Failed(Channel channel, List<Notification> notifications, String problem, boolean isGivenUp) {

        /** Keeps a copy that nobody can change. */
        public Failed {
            notifications = List.copyOf(notifications);
        }
    }

    /** Delivers what is due, some of it for each channel, and tells what failed. */
    List<Failed> deliver();
}
