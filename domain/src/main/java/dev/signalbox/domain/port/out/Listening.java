package dev.signalbox.domain.port.out;

import java.time.Instant;

/** Whether runners could be heard of. */
public interface Listening {

    /** Since when, without a break: no runner's silence before this says anything of the runner. */
    Instant since();

    /**
     * Since when the server's clock has gone as time does: what was written down before this says nothing of how long
     * it is ago. As long as no step of the clock has been noticed, an instant before all others.
     */
    Instant steadySince();

    /** Notes that the database could be looked at now, so that a runner could have been heard. */
    void look();
}
