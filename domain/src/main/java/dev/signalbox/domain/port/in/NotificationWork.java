package dev.signalbox.domain.port.in;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Notification;
import java.util.List;

/** The server's own work on notifications, for whatever calls it again and again; several servers may do so at once. */
public interface NotificationWork {

    /** A delivery that failed: what is given up with it, what will be tried again, and why it failed. */
    record Failed(Channel channel, List<Notification> givenUp, List<Notification> putOff, String problem) {

        /** Keeps copies that nobody can change. */
        public Failed {
            givenUp = List.copyOf(givenUp);
            putOff = List.copyOf(putOff);
        }
    }

    /** Delivers what is due, some of it for each channel, and tells what failed. */
    List<Failed> deliver();
}
