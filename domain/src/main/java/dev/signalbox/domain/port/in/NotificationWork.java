package dev.signalbox.domain.port.in;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Pace;
import java.util.Optional;

/** The server's own work on notifications, for whatever calls it again and again; several servers may do so at once. */
public interface NotificationWork {

    /** A delivery that failed: how much of it will be tried again, how much is given up with it, and why it failed. */
    record Failed(Channel channel, int putOff, int givenUp, String problem) {}

    /** What has been done, and how to go on. */
    record Round(Pace pace, Optional<Failed> failed) {}

    /** Delivers some of what is due by the channel, at the pace of the round before. */
    Round deliver(Channel channel, Pace pace);
}
