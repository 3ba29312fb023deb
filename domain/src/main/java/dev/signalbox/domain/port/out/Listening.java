package dev.signalbox.domain.port.out;

import java.time.Instant;

/** Whether runners could be heard of. */
public interface Listening {

    /** Since when, without a break: no runner's silence before this says anything of the runner. */
    Instant since();

    /** Notes that the database could be looked at now, so that a runner could have been heard. */
    void look();
}
