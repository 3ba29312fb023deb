package dev.signalbox.app.client;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Pause {

    /** Waits so long, or less if the thread is interrupted, which then stays marked. */
    void pause(Duration time);

    /** The thread sleeps. */
    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
